"""Wrong files of the SOP, its memos, registries and plan."""

from tests.check.wrong import (
    CITATIONS,
    CONTACTS,
    INDICATORS,
    MEMOS,
    PLAN,
    ROLES,
    SECTION_2,
    SOP,
    SUBJECTS,
    Wrong,
)

WRONG_SOP = (
    # plain language and dignity
    Wrong("Q611", MEMOS, "Не молчите.", "Не молчите. " + "Это очень " * 10 + "важно.", "Это очень"),
    Wrong("Q611", MEMOS, "Үнсіз қалмаңыз.", "Үнсіз " * 20 + "қалмаңыз.", "Үнсіз"),
    Wrong("Q612", MEMOS, "Не молчите.", "Идите в МВД.", "МВД"),
    Wrong("Q613", MEMOS, "Не молчите.", "Вы не живой товар.", "живой товар"),
    Wrong("Q613", INDICATORS, '"көреді"', '"тірі тауарды көреді"', "тірі тауар"),
    Wrong("Q614", MEMOS, "Не молчите.", "Помощь оказывается, когда будет проведена проверка.", "Помощь"),
    Wrong("Q615", MEMOS, "Үнсіз", "Пайдаланылмайтындықтан"),
    # registries
    Wrong("Q811", INDICATORS, "subject: mia", "subject: mya", "{subject: mya"),
    Wrong("Q811", CONTACTS, "owner: mia", "owner: moi", "id: police"),
    Wrong("Q811", CITATIONS, "bodies: [mia, mlsp]", "bodies: [mia, mslp]", "id: joint"),
    Wrong("Q811", SOP, "bodies: [mia]", "bodies: [mvd]", "title: {kk: \"ІІМ\""),
    Wrong("Q811", MEMOS, "audience: [mia]", "audience: [all]", "id: victim"),
    Wrong("Q812", SOP, "citations: [law, joint]", "citations: [law, jiont]", '{number: "2.1"'),
    Wrong("Q813", MEMOS, 'СООБЩИТЕ"}, contact: police', 'СООБЩИТЕ"}, contact: polise', "{number: 1"),
    Wrong("Q813", MEMOS, "по номеру 102", "по номеру 112", "номеру 112",
          (("Q302", MEMOS, '{kk: "Хабарлаңыз"'),)),
    Wrong("Q814", SECTION_2, "Министерство внутренних дел", "Министерство внешних дел", '{kk: "Ішкі',
          (("Q814", SECTION_2, "Министерство внешних дел"),)),
    Wrong("Q814", ROLES, "обучает", "обучает Министерство обороны", "Министерство обороны"),
    Wrong("Q814", ROLES, "оқытады", "Қорғаныс министрлігін оқытады", "Қорғаныс"),
    Wrong("Q815", ROLES, "обучает", "обучает ГАИ", "ГАИ"),
    Wrong("Q815", PLAN, 'kk: "ІІМ", ru: "МВД"}', 'kk: "ІІМ", ru: "МВД, МО"}', "МО"),
    Wrong("Q815", PLAN, 'bodies: ["МВД"]', 'bodies: ["МО"]', "number: 1\n      section"),
    Wrong("Q684", PLAN, "{id: mia, body", "{id: МВД, body", "{id: МВД"),
    Wrong("Q684", PLAN, 'body: "МВД"}', 'body: "МО"}', "{id: mia",
          (("Q684", PLAN, "number: 1\n      section"),)),
    Wrong("Q403", PLAN, '- {id: mia, body: "МВД"}', """- {id: mia, body: "МВД"}
    - {id: moi, body: "МВД"}""", "{id: moi"),
    Wrong("Q816", SOP, "от 22.10.2024 года № 844", "от 23.10.2024 года № 844", "23.10.2024",
          (("Q303", SOP, "kk: \"СОР 2024"),)),
    Wrong("Q817", INDICATORS, """concerns:
          - {subject: mia, why: {kk: "көреді", ru: "видит", standing: {kk: own, ru: own}}}""", "concerns: []",
          "id: g01"),
    Wrong("Q818", SOP, "от 22.10.2024 года № 844", "от 22.10.2024 года № 845", "22.10.2024",
          (("Q304", SOP, "kk: \"СОР 2024"),)),
    Wrong("Q819", SUBJECTS, "role_table: 1", "role_table: 2", "id: mia"),
    Wrong("Q819", SUBJECTS, "    role_table: 1\n", "", "number: 1", target=ROLES),
    Wrong("Q821", SUBJECTS, "sections: [2]", "sections: []", "number: 2\n  addressees", target=SECTION_2,
          others=(
              ("Q631", "registry/respondents.yaml", "id: mia"),
              ("Q631", "registry/respondents.yaml", "id: police"),
              ("Q631", "registry/imported.yaml", "id: house_of_police"),
          )),
    Wrong("Q821", SUBJECTS, "sections: [2]", "sections: [2, 17]", "id: mia"),
    Wrong("Q820", CONTACTS, "checked_on: 2026-11-21", "checked_on: 2026-11-20", "id: police"),
)  # fmt: skip
