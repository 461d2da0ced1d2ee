"""The wing of the small house where the yearly collection is kept: who is asked, who signs, in what words."""

from builder.model.letters import LETTERS

PROVENANCE = """\
provenance:
  act: "849/410"
  registration: "35288"
  edition: 2024-10-24
  publication: V2400035288
  standing: {kk: own, ru: own}
"""

REGIONS = """\
regions:
  - id: abai
    name: {kk: "Абай облысы", ru: "область Абай"}
    of: {kk: "Абай облысының", ru: "области Абай"}
    by: {kk: "Абай облысы бойынша", ru: "по области Абай"}
"""

_MLSP = """\
  - id: mlsp_{number}
    subject: mlsp
    section: {number}
    name: {{kk: "Еңбек министрлігі", ru: "Министерство труда"}}
    addressee: {{kk: "Еңбек министріне", ru: "Министру труда"}}
"""

RESPONDENTS = """\
groups:
  - id: mia
    subject: mia
    section: 2
    name: {kk: "Полиция", ru: "Полиция"}
    addressee: {kk: "Бастыққа", ru: "Начальнику"}
  - id: police
    subject: mia
    section: 2
    regional: true
    name: {kk: "{region} полициясы", ru: "Полиция {region}"}
    addressee: {kk: "{region_name} полициясының бастығына", ru: "Начальнику полиции {region}"}
""" + "".join(_MLSP.format(number=number) for number in range(3, 17))

IMPORTED = """\
bodies:
  - id: house_of_police
    subject: mia
    section: 2
    region: abai
    name: {kk: "Полиция бөлімі", ru: "Отдел полиции"}
    addressee: {kk: "Бөлім бастығына", ru: "Начальнику отдела"}
    languages: [kk]
    channel: post
"""

ROTATION = """\
turns:
  - {body: mia, first: 2024, last: 2026}
  - {body: mlsp, first: 2027, last: 2029}
letterhead:
  mia: {kk: "Ішкі істер министрлігі", ru: "Министерство внутренних дел"}
  mlsp: {kk: "Еңбек министрлігі", ru: "Министерство труда"}
signatory:
  mia: {kk: "Министр", ru: "Министр"}
  mlsp: {kk: "Вице-министр", ru: "Вице-министр"}
"""

DEFECTS = """\
defects:
  Q105: {kk: "жауап түсініксіз, күтілгені: {expected}", ru: "ответ непонятен, ожидалось: {expected}"}
"""


def _letters() -> str:
    lines = ["letters:"]
    for key, names in LETTERS.items():
        words = " ".join(f"{{{name}}}" for name in sorted(names)) or "сөз"
        lines.append(f'  {key}: {{kk: "{words}", ru: "{words}"}}')
    return "\n".join(lines) + "\n"


HOUSE = {
    "registry/regions.yaml": PROVENANCE + REGIONS,
    "registry/respondents.yaml": PROVENANCE + RESPONDENTS,
    "registry/imported.yaml": PROVENANCE + IMPORTED,
    "registry/rotation.yaml": PROVENANCE + ROTATION,
    "collection/letters.yaml": PROVENANCE + _letters(),
    "collection/defects.yaml": PROVENANCE + DEFECTS,
}
