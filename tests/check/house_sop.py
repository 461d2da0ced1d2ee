"""The wing of the small house that holds the SOP, its memos and a plan; nothing is wrong in it."""

PROVENANCE = """\
provenance:
  act: SOP
  registration: "-"
  edition: 2024-12-01
  publication: SOP-RU
  standing: {kk: draft, ru: official}
"""

PLAN_PROVENANCE = """\
provenance:
  act: "609"
  registration: "-"
  edition: 2018-10-01
  publication: P1800000609
  standing: {kk: draft, ru: official}
"""

SUBJECTS = """\
subjects:
  - id: mia
    name: {kk: "Ішкі істер министрлігі", ru: "Министерство внутренних дел"}
    short: {kk: "ІІМ", ru: "МВД"}
    also: {kk: ["полиция"], ru: ["полиция"]}
    named_in_sop: true
    sections: [2]
    coordinates: true
    role_table: 1
  - id: mlsp
    name: {kk: "Еңбек министрлігі", ru: "Министерство труда"}
    sections: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]
    coordinates: true
"""

CONTACTS = """\
contacts:
  - id: police
    kind: phone
    value: "102"
    name: {kk: "Полиция", ru: "Полиция"}
    owner: mia
    source: "memos"
    checked_on: 2026-11-21
"""

CITATIONS = """\
citations:
  - id: law
    kind: law
    title: {kk: "Адам саудасы туралы", ru: "О торговле людьми"}
    date: 2024-07-05
    number: "110-VIII"
    group: "2.1"
  - id: joint
    kind: order
    title: {kk: "Қағидалар", ru: "Правила"}
    bodies: [mia, mlsp]
    numbers: [{body: mia, date: 2024-10-22, number: "844"}, {body: mlsp, date: 2024-10-23, number: "406"}]
"""

SOP = """\
sop:
  title: {kk: "Рәсімдер", ru: "Процедуры"}
  aim: {kk: "Мақсат", ru: "Цель"}
  legal_basis:
    lead: {kk: "Негіз", ru: "Основа"}
    groups:
      - {number: "2.1", title: {kk: "Заңдар", ru: "Законы"}, citations: [law, joint]}
  terms:
    - {number: 1, term: {kk: "құрбан", ru: "жертва"}, definition: {kk: "адам", ru: "лицо"}}
    - {number: 2, term: {kk: "тәуекел", ru: "риск"}, definition: {kk: "қауіп", ru: "опасность"}}
  abbreviations:
    - {short: {kk: "СОР", ru: "СОП"}, full: {kk: "рәсімдер", ru: "процедуры"}}
  directions:
    - {id: cooperation, number: 1, title: {kk: "Ынтымақтастық", ru: "Сотрудничество"}}
  parts:
    - id: cooperation
      title: {kk: "Ынтымақтастық", ru: "Сотрудничество"}
      blocks:
        - title: {kk: "ІІМ", ru: "МВД"}
          bodies: [mia]
          paragraphs:
            - kk: "СОР 2024 жылғы 22 қазандағы № 844 бұйрыққа сәйкес."
              ru: "СОП по приказу от 22.10.2024 года № 844."
"""

INDICATORS = """\
groups:
  - id: adults
    title: {kk: "Ересектер", ru: "Взрослые"}
    entries:
      - id: g01
        text: {kk: "қарттар;", ru: "пожилые;"}
        concerns:
          - {subject: mia, why: {kk: "көреді", ru: "видит", standing: {kk: own, ru: own}}}
places: []
signs: []
actions: []
"""

ROLES = """\
roles:
  - number: 1
    subject: mia
    functions:
      - {direction: cooperation, entries: [{kk: "оқытады", ru: "обучает"}]}
tables_announced: 1
"""

MEMOS = """\
memos:
  - id: victim
    title: {kk: "ЖАДНАМА", ru: "ПАМЯТКА"}
    audience: [mia]
    steps:
      - {number: 1, headline: {kk: "ХАБАРЛАҢЫЗ", ru: "СООБЩИТЕ"}, contact: police}
    plain:
      steps:
        - number: 1
          headline: {kk: "Хабарлаңыз", ru: "Сообщите", standing: {kk: own, ru: own}}
          text: {kk: "102 нөмірін теріңіз.", ru: "Позвоните по номеру 102.", standing: {kk: own, ru: own}}
          contact: police
      avoid:
        - {kk: "Үнсіз қалмаңыз.", ru: "Не молчите.", standing: {kk: own, ru: own}}
"""

WORDING = """\
wording:
  - id: goods
    kk: {avoid: ["тірі тауар"], prefer: "құрбан"}
    ru: {avoid: ["живой товар", "живого товара"], prefer: "жертва"}
    why: {kk: "Адам – тауар емес.", ru: "Человек – не товар."}
"""

PLAN = """\
plan:
  resolution:
    title: {kk: "Жоспар туралы", ru: "О Плане"}
    imprint: {kk: "2018 жылғы 1 қазандағы № 609", ru: "от 1 октября 2018 года № 609"}
    number: "609"
    date: 2018-10-01
    preamble: {kk: "ҚАУЛЫ ЕТЕДІ:", ru: "ПОСТАНОВЛЯЕТ:"}
    points:
      - {number: 1, text: {kk: "Бекітілсін.", ru: "Утвердить."}}
    signature: {post: {kk: "Министр", ru: "Министр"}, name: {kk: "Б. С.", ru: "Б. С."}}
  stamp:
    - {kk: "Бекітілген", ru: "Утвержден"}
  title: {kk: "Жоспар", ru: "План"}
  columns:
    - {kk: "№", ru: "№"}
  sections:
    - {number: 1, title: {kk: "Шаралар", ru: "Меры"}}
  measures:
    - number: 1
      section: 1
      measure: {kk: "Оқыту", ru: "Обучение"}
      form: {kk: "ақпарат", ru: "информация"}
      executors: {kk: "ІІМ", ru: "МВД"}
      deadline: {kk: "жыл сайын", ru: "ежегодно"}
      bodies: ["МВД"]
      due: ["2018"]
      period: [2018]
  reporting:
    - {year: 2018, to: "МВД", executors_by: 2019-01-20, summary_by: 2019-02-10}
  executors:
    - {id: mia, body: "МВД"}
  note: {kk: "Ескертпе", ru: "Примечание"}
  key:
    - {short: {kk: "ІІМ", ru: "МВД"}, full: {kk: "Ішкі істер министрлігі", ru: "Министерство внутренних дел"}}
"""

STANDING = """\
standing:
  sop/roles.yaml:
    roles/1/functions/1/entries/1:
      kk: "000000000000"
      ru: "111111111111"
"""

HOUSE = {
    "sop/subjects.yaml": PROVENANCE + SUBJECTS,
    "sop/contacts.yaml": PROVENANCE + CONTACTS,
    "sop/citations.yaml": PROVENANCE + CITATIONS,
    "sop/sop.yaml": PROVENANCE + SOP,
    "sop/indicators.yaml": PROVENANCE + INDICATORS,
    "sop/roles.yaml": PROVENANCE + ROLES,
    "sop/memos.yaml": PROVENANCE + MEMOS,
    "sop/wording.yaml": PROVENANCE.replace("draft, ru: official", "own, ru: own") + WORDING,
    "plan/2018-2020.yaml": PLAN_PROVENANCE + PLAN,
    "standing.yaml": STANDING,
}
