"""One wrong vocabulary of values for every way in which it can be wrong."""

from tests.check.wrong import Wrong

VALUES = "collection/values.yaml"

WRONG_VALUES = (
    Wrong("Q640", VALUES, 'zero: {kk: ["нөл"]', 'zero: {kk: ["жоқ"]', '{kk: ["жоқ"], ru: ["ноль"]'),
    Wrong("Q640", VALUES, 'ru: ["нет данных"]', 'ru: ["нет данных", "Нет  данных"]', '{kk: ["мәлімет жоқ"]'),
    Wrong("Q640", VALUES, 'ru: ["чел"]', 'ru: ["тыс"]', '{kk: ["адам"], ru: ["тыс"]'),
    Wrong("Q640", VALUES, 'ru: ["до {n}"]', 'ru: ["до"]', '{kk: ["{n}-ге дейін"], ru: ["до"]'),
    Wrong("Q640", VALUES, 'ru: ["{n} - {m}"]', 'ru: ["{n} - {k}"]', '{kk: ["{n}-ден {m}-ге дейін"]'),
    Wrong("Q640", VALUES, "id: persons", "id: person", "{id: person"),
    Wrong("Q640", VALUES, "zeros: 3", "zeros: 30", "{zeros: 30"),
    Wrong("Q640", VALUES, "{number: 1", "{number: 13", "{number: 13"),
    Wrong("Q102", VALUES, "noise:", "nois:", others=(("Q104", VALUES, "no_data:"),)),
)
