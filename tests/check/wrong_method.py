"""A wrong method: what is spoilt, and what must come of it."""

from tests.check.wrong import Wrong

METHOD = "method/method.yaml"
HIGH = "answering: 600, years: 3, substance: 400, linked: 1}"
LOW = "answering: 0, years: 0, substance: 0, linked: 0}"

WRONG_METHOD = (
    # weights, scales, classes
    Wrong("Q662", METHOD, "weight: 600", "weight: 601", "{id: breadth"),
    Wrong("Q662", METHOD, "id: persistence", "id: breadth", "version"),
    Wrong("Q662", METHOD, "level: 950", "level: 1000", "version",
          (("Q689", METHOD, '"95 % қиылысса.'), ("Q689", METHOD, '"Если 95 %'))),
    Wrong("Q662", METHOD, '{value: 3, name: {kk: "үш"', '{value: 4, name: {kk: "үш"',
          '{value: 1, name: {kk: "бір"'),
    Wrong("Q662", METHOD, 'consequence:\n    - {value: 1', 'consequence:\n    - {value: 0', '{value: 0'),
    Wrong("Q662", METHOD, "[1, 1, 1, 1, 2]", "[1, 1, 1, 1]", "version"),
    Wrong("Q662", METHOD, "    - [1, 2, 2, 2, 2]\n", "", "version"),
    Wrong("Q662", METHOD, "[1, 1, 1, 2, 2]", "[1, 1, 1, 2, 3]", "version"),
    Wrong("Q662", METHOD, "[1, 1, 1, 2, 2]", "[1, 1, 2, 1, 2]", "version"),
    Wrong("Q662", METHOD, '{value: 2, name: {kk: "Жоғары"', '{value: 3, name: {kk: "Жоғары"',
          '{value: 1, name: {kk: "Төмен"', (("Q662", METHOD, "version"),)),
    Wrong("Q662", METHOD, "weight_change: 20", "weight_change: 0", "version"),
    Wrong("Q662", METHOD, "threshold: 5", "threshold: 1", "version",
          (("Q689", METHOD, '"5-тен кем."'), ("Q689", METHOD, '"Меньше 5."'))),
    # the words of a rule
    Wrong("Q689", METHOD, "95 % қиылысса", "90 % қиылысса", '"90 % қиылысса',
          (("Q302", METHOD, '{kk: "90 % қиылысса'),)),
    Wrong("Q689", METHOD, "threshold: 5", "threshold: 3", '"5-тен кем."', (("Q689", METHOD, '"Меньше 5."'),)),
    # links
    Wrong("Q663", METHOD, 'data: ["2.1.1"]', 'data: ["2.1.9"]', '{code: "1.1.1"'),
    Wrong("Q663", METHOD, 'data: ["2.1.1"]', 'data: ["2.1.4"]', '{code: "1.1.1"'),
    Wrong("Q663", METHOD, 'data: ["2.1.1"]', 'data: ["17.1.1"]', '{code: "1.1.1"'),
    Wrong("Q663", METHOD, 'code: "1.1.1"', 'code: "1.1.2"', '{code: "1.1.2"'),
    Wrong("Q663", METHOD, 'item: "1.1"', 'item: "2.1"', '{item: "2.1"'),
    Wrong("Q663", METHOD, "protected: [persons]", "protected: [people]", "version"),
    # confidence
    Wrong("Q664", METHOD, LOW, LOW.replace("years: 0", "years: 4"), "{level: low"),
    Wrong("Q664", METHOD, LOW, LOW.replace("years: 0", "years: 1"), "{level: low"),
    Wrong("Q664", METHOD, HIGH, LOW, "{level: low"),
)  # fmt: skip
