"""Checks on answers of the small house."""

CHECKS = """\
provenance:
  act: "849/410"
  registration: "35288"
  edition: 2024-10-24
  publication: V2400035288
  standing: {kk: own, ru: own}
checks:
  totals: {kk: ["барлығы"], ru: ["всего"]}
  naming:
    - {id: police, words: {kk: ["полиция"], ru: ["полици"]}}
  between:
    - id: sent_received
      title: {kk: "Жіберілген – қабылданған", ru: "Направлены – приняты"}
      why: {kk: "Екі жақ бір нәрсе туралы.", ru: "Обе стороны об одном."}
      left: {codes: ["2.1.1"], subjects: [mia]}
      relation: at_most
      right: {codes: ["2.1.5"], naming: police}
      scope: region
  within_form:
    - id: part_of_all
      title: {kk: "Бөлік бүтіннен артық емес", ru: "Часть не больше целого"}
      why: {kk: "Осылай сұралған.", ru: "Так спрошено."}
      relation: at_most
      left: {codes: ["2.1.5"]}
      right: {codes: ["2.1.1"]}
    - id: described
      title: {kk: "Сипатталған", ru: "Описано"}
      why: {kk: "Осылай сұралған.", ru: "Так спрошено."}
      relation: described
      left: {codes: ["1.1"]}
  last_year:
    - id: jump
      title: {kk: "Күрт өзгермейді", ru: "Резко не меняется"}
      why: {kk: "Қате жазу болуы мүмкін.", ru: "Возможна описка."}
      factor: 3
      floor: 10
      units: [persons]
  period:
    - id: year
      title: {kk: "Есепті жыл", ru: "Отчетный год"}
      why: {kk: "Бір жыл сұралады.", ru: "Спрошен один год."}
      codes: ["5.1.1"]
  limit:
    - id: many
      title: {kk: "Тым көп емес", ru: "Не слишком много"}
      why: {kk: "Қате жазу болуы мүмкін.", ru: "Возможна описка."}
      maximum: 1000
      codes: ["2.1.1"]
"""

HOUSE = {"collection/checks.yaml": CHECKS}
