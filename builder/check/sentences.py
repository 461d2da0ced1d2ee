"""Plain texts have short sentences, and in Kazakh short words.

Kazakh has no readability formula, so length is all that is measured there.
"""

from collections.abc import Iterable

from builder.base.finding import Finding
from builder.base.language import Language
from builder.check.plain import sentences, words_in
from builder.model.library import Library

LONGEST_SENTENCE = 20
"""Words."""
LONGEST_WORD = 16
"""Letters of a Kazakh word; its endings make it long."""


def check_sentences(library: Library) -> Iterable[Finding]:
    for sentence in sentences(library):
        words = words_in(sentence.words)
        if len(words) > LONGEST_SENTENCE:
            data = {"count": str(len(words)), "limit": str(LONGEST_SENTENCE)}
            yield Finding("Q611", sentence.wording.at(sentence.offset), data)
        if sentence.language is Language.KK:
            for word in words:
                length = max(map(len, word.split("-")))
                if length > LONGEST_WORD:
                    offset = sentence.offset + sentence.words.find(word)
                    data = {"word": word, "count": str(length), "limit": str(LONGEST_WORD)}
                    yield Finding("Q615", sentence.wording.at(offset), data)
