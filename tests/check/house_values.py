"""The vocabulary of values in the small house."""

from tests.check.house_registry import PROVENANCE

VALUES = """\
vocabulary:
  no_data: {kk: ["мәлімет жоқ"], ru: ["нет данных"]}
  no_data_why: {kk: ["есеп жүргізілмейді"], ru: ["учет не ведется"]}
  nothing: {kk: ["жоқ"], ru: ["нет"]}
  zero: {kk: ["нөл"], ru: ["ноль"]}
  "yes": {kk: ["иә"], ru: ["да"]}
  "no": {kk: ["жоқ"], ru: ["нет"]}
  about: {kk: ["шамамен {n}"], ru: ["около {n}"]}
  up_to: {kk: ["{n}-ге дейін"], ru: ["до {n}"]}
  more_than: {kk: ["{n}-ден астам"], ru: ["более {n}"]}
  range: {kk: ["{n}-ден {m}-ге дейін"], ru: ["{n} - {m}"]}
  noise: {kk: ["барлығы"], ru: ["всего"]}
  foreign: {kk: ["еуро"], ru: ["евро"]}
  suffixes: {kk: ["ге", "ден"], ru: ["ти"]}
  scales: [{zeros: 3, words: {kk: ["мың"], ru: ["тыс"]}}]
  units: [{id: persons, words: {kk: ["адам"], ru: ["чел"]}}]
  numbers: [{value: 1, words: {kk: ["бір"], ru: ["один"]}}]
  calendar:
    months: [{number: 1, words: {kk: ["қаңтар"], ru: ["январь"]}}]
    year: {kk: ["жыл"], ru: ["год"]}
    quarter: {kk: ["тоқсан"], ru: ["квартал"]}
    half: {kk: ["жартыжылдық"], ru: ["полугодие"]}
    around: {kk: ["дейін"], ru: ["за"]}
"""

HOUSE = {"collection/values.yaml": PROVENANCE.replace("draft, ru: official", "own, ru: own") + VALUES}
