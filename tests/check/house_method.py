"""The method of ranking of the small house."""

METHOD = """\
provenance:
  act: "849/410"
  registration: "35288"
  edition: 2024-10-24
  publication: V2400035288
  standing: {kk: own, ru: own}
method:
  version: "1.0"
  since: 2026-11-21
  title: {kk: "Әдістеме", ru: "Методика"}
  owner: {kk: "Өз құралы.", ru: "Свой инструмент."}
  principles:
    - {kk: "Адам шешеді.", ru: "Решает человек."}
  ranked:
    - {item: "1.1", title: {kk: "Тәуекелдер", ru: "Риски"}}
  measures:
    - {id: breadth, name: {kk: "Ауқымы", ru: "Широта"}, meaning: {kk: "Көп.", ru: "Много."}, weight: 600}
    - {id: persistence, name: {kk: "Ұзағы", ru: "Долгота"}, meaning: {kk: "Көп.", ru: "Много."}, weight: 150}
    - {id: substance, name: {kk: "Негізі", ru: "Основа"}, meaning: {kk: "Көп.", ru: "Много."}, weight: 150}
    - {id: linked, name: {kk: "Деректер", ru: "Данные"}, meaning: {kk: "Көп.", ru: "Много."}, weight: 100}
  level: 950
  weight_change: 20
  rules:
    - id: bands
      title: {kk: "Топтамалар", ru: "Полосы"}
      text: {kk: "95 % қиылысса.", ru: "Если 95 % пересекаются."}
    - {id: disclosure, title: {kk: "Шек", ru: "Порог"}, text: {kk: "5-тен кем.", ru: "Меньше 5."}}
  probability:
    - {value: 1, name: {kk: "бір", ru: "один"}, meaning: {kk: "Аз.", ru: "Мало."}}
    - {value: 2, name: {kk: "екі", ru: "два"}, meaning: {kk: "Аз.", ru: "Мало."}}
    - {value: 3, name: {kk: "үш", ru: "три"}, meaning: {kk: "Орта.", ru: "Средне."}}
    - {value: 4, name: {kk: "төрт", ru: "четыре"}, meaning: {kk: "Көп.", ru: "Много."}}
    - {value: 5, name: {kk: "бес", ru: "пять"}, meaning: {kk: "Көп.", ru: "Много."}}
  consequence:
    - {value: 1, name: {kk: "жеңіл", ru: "легкие"}, meaning: {kk: "Аз.", ru: "Мало."}}
    - {value: 2, name: {kk: "екі", ru: "два"}, meaning: {kk: "Аз.", ru: "Мало."}}
    - {value: 3, name: {kk: "үш", ru: "три"}, meaning: {kk: "Орта.", ru: "Средне."}}
    - {value: 4, name: {kk: "төрт", ru: "четыре"}, meaning: {kk: "Көп.", ru: "Много."}}
    - {value: 5, name: {kk: "бес", ru: "пять"}, meaning: {kk: "Көп.", ru: "Много."}}
  classes:
    - {value: 1, name: {kk: "Төмен", ru: "Низкий"}, meaning: {kk: "Аз.", ru: "Мало."}}
    - {value: 2, name: {kk: "Жоғары", ru: "Высокий"}, meaning: {kk: "Көп.", ru: "Много."}}
  classes_by:
    - [1, 1, 1, 1, 2]
    - [1, 1, 1, 2, 2]
    - [1, 1, 2, 2, 2]
    - [1, 2, 2, 2, 2]
    - [2, 2, 2, 2, 2]
  confidence:
    - {level: high, name: {kk: "жоғары", ru: "высокая"}, answering: 600, years: 3, substance: 400, linked: 1}
    - {level: low, name: {kk: "төмен", ru: "низкая"}, answering: 0, years: 0, substance: 0, linked: 0}
  links:
    - {code: "1.1.1", data: ["2.1.1"], why: {kk: "Бір нәрсе туралы.", ru: "Об одном."}}
  threshold: 5
  protected: [persons]
"""

HOUSE = {"method/method.yaml": METHOD}
