"""A chart of every kind in both languages: holes, zeros, ranges, breaks. The numbers are made up."""

from collections.abc import Mapping

from builder.base.language import Language
from builder.blocks.figure import Chart, ChartKind, Datum, Run

KK, RU = Language.KK, Language.RU
YEARS = ("2021", "2022", "2023")

_WORDS: Mapping[Language, Mapping[str, str]] = {
    KK: {
        "none": "деректер жоқ",
        "people": "адам",
        "year": "жыл",
        "all": "қорғауға алынғандар",
        "foreign": "оның ішінде шетелдіктер",
        "work": "еңбекке қанау",
        "sex": "жыныстық қанау",
        "child": "баланы саудаға салу",
        "other": "өзге де нысандар",
        "up": "90-ға дейін",
        "more": "60-тан астам",
        "break": "Үзік: сұрақтың тұжырымы өзгерді, сызықтың екі жағындағы мәндерді салыстыруға болмайды",
        "range": "Нақты саны белгісіз, ол көрсетілген шектердің арасында",
        "likely": "ықтималдық",
        "heavy": "салдар",
        "title": "Мысал",
    },
    RU: {
        "none": "нет данных",
        "people": "человек",
        "year": "год",
        "all": "взято под защиту",
        "foreign": "в том числе иностранцев",
        "work": "трудовая эксплуатация",
        "sex": "сексуальная эксплуатация",
        "child": "торговля детьми",
        "other": "прочие формы",
        "up": "до 90",
        "more": "больше 60",
        "break": "Разрыв: изменилась формулировка вопроса, значения по обе стороны черты сравнивать нельзя",
        "range": "Точное число неизвестно, оно в указанных пределах",
        "likely": "вероятность",
        "heavy": "последствия",
        "title": "Пример",
    },
}
REGIONS = {
    KK: (
        "Қызылорда облысы",
        "Түркістан облысы",
        "Шымкент қаласы",
        "Солтүстік Қазақстан облысының жергілікті атқарушы органдары",
        "Ұлытау облысы",
        "Жетісу облысы",
    ),
    RU: (
        "Кызылординская область",
        "Туркестанская область",
        "город Шымкент",
        "Местные исполнительные органы Северо-Казахстанской области",
        "область Ұлытау",
        "область Жетісу",
    ),
}
_STEPS = {
    KK: ("өте төмен", "төмен", "орташа", "жоғары", "өте жоғары"),
    RU: ("очень низкая", "низкая", "средняя", "высокая", "очень высокая"),
}
_CLASSES = {
    KK: ("елеусіз", "төмен", "орташа", "жоғары", "төтенше жоғары"),
    RU: ("незначительный", "низкий", "средний", "высокий", "чрезвычайно высокий"),
}


def exact(number: float) -> Datum:
    return Datum(number, number, f"{number:g}".replace(".", ","))


def about(number: float) -> Datum:
    return Datum(number, number, f"≈ {number:g}")


def hole(language: Language) -> Datum:
    return Datum(None, None, _WORDS[language]["none"])


def up_to(language: Language) -> Datum:
    return Datum(None, 90, _WORDS[language]["up"])


def more_than(language: Language) -> Datum:
    return Datum(60, None, _WORDS[language]["more"])


def chart(kind: ChartKind, language: Language) -> Chart:
    """The sample of a kind."""
    makers = {
        ChartKind.STACKED: _stacked,
        ChartKind.SHARE: _share,
        ChartKind.COLUMNS: _columns,
        ChartKind.BARS: _bars,
        ChartKind.HEAT: _heat,
    }
    return makers[kind](language)


def charts(language: Language) -> tuple[Chart, ...]:
    return tuple(chart(kind, language) for kind in ChartKind)


def _stacked(language: Language) -> Chart:
    words = _WORDS[language]
    runs = (
        Run(words["work"], (exact(24), exact(31), exact(40))),
        Run(words["sex"], (exact(52), about(40), hole(language))),
        Run(words["child"], (exact(0), exact(3), exact(11))),
        Run(words["other"], (hole(language), exact(2), Datum(6, 12, "6–12"))),
    )
    return Chart(
        ChartKind.STACKED,
        words["title"],
        YEARS,
        runs,
        words["people"],
        axis=words["year"],
        breaks=(2,),
        break_note=words["break"],
        range_note=words["range"],
    )


def _share(language: Language) -> Chart:
    words = _WORDS[language]
    runs = (
        Run(words["all"], (exact(7), exact(5), exact(36), hole(language))),
        Run(words["foreign"], (exact(2), exact(0), exact(27), hole(language))),
    )
    return Chart(
        ChartKind.SHARE,
        words["title"],
        (*YEARS, "2024"),
        runs,
        words["people"],
        axis=words["year"],
        shares=("28,6 %", "0 %", "75,0 %", ""),
    )


def _columns(language: Language) -> Chart:
    words = _WORDS[language]
    data = (
        exact(0),
        hole(language),
        about(100),
        up_to(language),
        more_than(language),
        Datum(30, 45, "30–45"),
    )
    years = ("2018", "2019", "2020", *YEARS)
    return Chart(
        ChartKind.COLUMNS,
        words["title"],
        years,
        (Run(words["all"], data),),
        words["people"],
        axis=words["year"],
        breaks=(3,),
        break_note=words["break"],
        range_note=words["range"],
    )


def _bars(language: Language) -> Chart:
    words = _WORDS[language]
    data = (exact(61), more_than(language), about(40), Datum(12, 20, "12–20"), exact(0), hole(language))
    return Chart(
        ChartKind.BARS,
        words["title"],
        REGIONS[language],
        (Run(words["all"], data),),
        words["people"],
        range_note=words["range"],
    )


def _heat(language: Language) -> Chart:
    words, steps = _WORDS[language], _STEPS[language]
    items = {
        (4, 4): "1.1.3",
        (4, 2): "1.1.1; 1.1.7",
        (2, 2): "1.1.2; 1.1.4; 1.1.5; 1.1.6; 1.1.8",
        (0, 0): "1.1.9",
    }
    rows = tuple(
        Run(
            f"{row + 1} – {steps[row]}",
            tuple(
                Datum(value, value, items.get((row, column), ""))
                for column in range(5)
                for value in [float(min(5, (row + column) // 2 + 1))]
            ),
        )
        for row in reversed(range(5))
    )
    return Chart(
        ChartKind.HEAT,
        words["title"],
        tuple(f"{position} – {name}" for position, name in enumerate(steps, 1)),
        rows,
        "",
        axis=words["heavy"],
        side=words["likely"],
        classes=_CLASSES[language],
    )
