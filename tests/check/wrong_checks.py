"""Wrong checks on answers: what is spoilt, and what must come of it."""

from tests.check.wrong import Wrong

CHECKS = "collection/checks.yaml"
LIMIT = 'maximum: 1000\n      codes: ["2.1.1"]'
RELATION = "relation: at_most\n      right"

WRONG_CHECKS = (
    Wrong("Q403", CHECKS, "id: part_of_all", "id: described", "id: described\n      title: {kk: \"Сипатт"),
    # codes
    Wrong("Q641", CHECKS, 'left: {codes: ["2.1.5"]}', 'left: {codes: ["2.1.7"]}', '{codes: ["2.1.7"]}'),
    Wrong("Q641", CHECKS, 'left: {codes: ["1.1"]}', 'left: {codes: ["1.7"]}', '{codes: ["1.7"]}'),
    Wrong("Q641", CHECKS, 'codes: ["5.1.1"]', 'codes: ["17.2.1"]', "id: year"),
    Wrong("Q641", CHECKS, LIMIT, LIMIT.replace("2.1.1", "2.1.9"), "id: many"),
    # words
    Wrong("Q642", CHECKS, "subjects: [mia]", "category: mail", '{codes: ["2.1.1"], category'),
    Wrong("Q642", CHECKS, "subjects: [mia]", "subjects: [mai]", '{codes: ["2.1.1"], subjects'),
    Wrong("Q642", CHECKS, "subjects: [mia]", "regions: [abay]", '{codes: ["2.1.1"], regions'),
    Wrong("Q642", CHECKS, "naming: police}", "naming: police, column: topics}", '{codes: ["2.1.5"]'),
    Wrong("Q642", CHECKS, "naming: police", "naming: border", '{codes: ["2.1.5"]'),
    Wrong("Q642", CHECKS, "units: [persons]", "units: [people]", "id: jump"),
    # what a kind needs
    Wrong("Q643", CHECKS, '      left: {codes: ["2.1.5"]}\n      right: {codes: ["2.1.1"]}\n',
          '      left: {codes: ["2.1.5"]}\n', "id: part_of_all"),
    Wrong("Q643", CHECKS, "relation: described\n", 'right: {codes: ["1.2"]}\n      relation: described\n',
          "id: described", (("Q641", CHECKS, '{codes: ["1.2"]}'),)),
    Wrong("Q643", CHECKS, RELATION, RELATION.replace("at_most", "described"), "id: sent_received"),
    Wrong("Q643", CHECKS, 'left: {codes: ["2.1.5"]}', "left: {codes: []}", "id: part_of_all"),
    Wrong("Q643", CHECKS, 'left: {codes: ["2.1.5"]}', 'left: {codes: ["5.1.1"]}', "id: part_of_all"),
    Wrong("Q643", CHECKS, "relation: described\n", "relation: one_of\n", "id: described"),
    Wrong("Q643", CHECKS, "factor: 3", "factor: 1", "id: jump"),
    Wrong("Q643", CHECKS, "      units: [persons]\n", "", "id: jump"),
    Wrong("Q643", CHECKS, 'codes: ["5.1.1"]', 'codes: ["2.1.1"]', "id: year"),
    Wrong("Q643", CHECKS, LIMIT, LIMIT.replace("2.1.1", "5.1.1"), "id: many"),
)  # fmt: skip
