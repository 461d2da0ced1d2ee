"""Wrong files of the registry of respondents and of the words of letters."""

from tests.check.wrong import BREAKDOWNS, Wrong

REGIONS = "registry/regions.yaml"
RESPONDENTS = "registry/respondents.yaml"
IMPORTED = "registry/imported.yaml"
ROTATION = "registry/rotation.yaml"
LETTERS = "collection/letters.yaml"
DEFECTS = "collection/defects.yaml"
TURNS = "  - {body: mia, first: 2024, last: 2026}\n  - {body: mlsp, first: 2027, last: 2029}\n"

WRONG_REGISTRY = (
    # who is asked
    Wrong("Q631", RESPONDENTS, "section: 2\n    regional", "section: 3\n    regional", "id: police"),
    Wrong("Q631", IMPORTED, "section: 2", "section: 17", "id: house_of_police"),
    Wrong("Q632", IMPORTED, "region: abai", "region: abay", "id: house_of_police"),
    Wrong("Q632", BREAKDOWNS, "id: abai", "id: almaty", "id: abai", target=REGIONS,
          others=(("Q632", REGIONS, "act:"),)),
    Wrong("Q633", RESPONDENTS, "  - id: mlsp_5\n    subject: mlsp\n    section: 5\n",
          "  - id: mlsp_5\n    subject: mlsp\n    section: 6\n", "act:"),
    Wrong("Q634", RESPONDENTS, '{kk: "{region} полициясы", ru: "Полиция {region}"}',
          '{kk: "полиция", ru: "Полиция {region}"}', '"полиция"',
          others=(("Q301", RESPONDENTS, '{kk: "полиция"'),)),
    Wrong("Q634", RESPONDENTS, '"Начальнику"}', '"Начальнику {region}"}', '"Начальнику {region}"',
          others=(("Q301", RESPONDENTS, '{kk: "Бастыққа"'),)),
    Wrong("Q634", RESPONDENTS, '"Начальнику полиции {region}"', '"Начальнику полиции {regoin}"',
          others=(("Q301", RESPONDENTS, '{kk: "{region_name}'),)),
    Wrong("Q811", RESPONDENTS, "subject: mia", "subject: mya", "id: mia"),
    Wrong("Q811", IMPORTED, "subject: mia", "subject: mya", "id: house_of_police"),
    Wrong("Q403", RESPONDENTS, "id: mlsp_4", "id: mlsp_3", "id: mlsp_3\n    subject: mlsp\n    section: 4"),
    Wrong("Q106", IMPORTED, "languages: [kk]", "languages: [en]", "en]"),
    # who signs
    Wrong("Q635", ROTATION, "first: 2027", "first: 2028", "{body: mlsp",
          others=(("Q635", ROTATION, "{body: mlsp"),)),
    Wrong("Q635", ROTATION, "first: 2027, last: 2029", "first: 2028, last: 2030", "{body: mlsp"),
    Wrong("Q635", ROTATION, "first: 2027, last: 2029", "first: 2026, last: 2028", "{body: mlsp"),
    Wrong("Q635", ROTATION, 'mlsp: {kk: "Вице', 'mlps: {kk: "Вице', "{body: mlsp"),
    Wrong("Q635", ROTATION, f"turns:\n{TURNS}", "turns: []\n", "act:"),
    # the words of letters
    Wrong("Q638", LETTERS, "  signature_line:", "  signature_lane:", "provenance:",
          others=(("Q638", LETTERS, '{kk: "сөз", ru: "сөз"}\n  executor'),)),
    Wrong("Q638", DEFECTS, "Q105", "Q100", '{kk: "жауап'),
    Wrong("Q639", LETTERS, '{kk: "{due}"', '{kk: "{duo}"', '"{duo}"'),
    Wrong("Q639", DEFECTS, 'ожидалось: {expected}"', 'ожидалось: {wanted}"', '"ответ непонятен',
          others=(("Q301", DEFECTS, '{kk: "жауап'),)),
)  # fmt: skip
