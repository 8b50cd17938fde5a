"""Writes the golden values and tables for lathe.clean.statistic with data-juicer, datatrove, Dolma and RedPajama-Data.

    python src/peers/golden_statistics.py [REDPAJAMA]      (from the project's root)

Needs, installed without their dependencies where these are heavy: py-data-juicer 1.6.1, emoji 2.2.0, datatrove 0.10.1,
dolma 1.2.1, nltk 3.8.1 (later ones use another engine of regular expressions), and whole: spacy 3.8, pydantic, loguru,
huggingface_hub, humanize, msgspec, regex. REDPAJAMA is a checkout of togethercomputer/RedPajama-Data; without it its
values are left as they are. Of data-juicer and Dolma only the modules that compute are loaded; what they import besides
is stood in for.

Writes
    src/test/resources/golden/clean/statistics/{texts,numbers}.json
    src/main/resources/statistic/*.txt     sets of code points, and the exceptions of spaCy's English tokenizer
"""

import importlib.util
import json
import math
import re
import sys
import types
from pathlib import Path

import numpy as np
import spacy
from spacy.lang import char_classes

GOLDEN = Path("src/test/resources/golden/clean/statistics")
TABLES = Path("src/main/resources/statistic")

STORY = (
    "The old lathe in the corner hums when Mara turns it on. She has owned it for twenty years, and it has never let her "
    "down.\nHer father taught her how to hold the chisel: low, steady, and always behind the rest. \"Wood tells you what it "
    "wants,\" he used to say.\n\nToday she makes a bowl of cherry. The shavings fall in long ribbons, and the room smells of "
    "sugar and dust. That is the part that she likes best, and the reason that people come to watch.\n"
)
ZH = (
    "车间角落里的那台旧车床一开机就嗡嗡作响。她用了它二十年，它从来没有让人失望过。\n父亲教她怎样握刀：压低、稳住，"
    "永远放在刀架后面。“木头会告诉你它想要什么。”他常常这样说。\n\n今天她要车一只樱桃木碗。木屑卷成长长的带子落下来，"
    "屋里都是糖和灰尘的味道。这是她最喜欢的时候，也是大家来看的原因。\n"
)
TEXTS = [
    "",
    " \n\t ",
    "a",
    "Do you need a cup of coffee?",
    "一个战士上山，士兵下山。上士说：一二三！",
    STORY,
    ZH,
    ZH.replace("\n", " ") + STORY,
    "\n".join(f"- item {i} costs {i}.50 EUR..." for i in range(12)),
    "• one\n• two\n* three\n– four\n\n\n# five # six ## seven\n… eight…\nnine...\n",
    "Home\nAbout\nContact\nHome\nAbout\nContact\n\nHome\nAbout\nContact\n\nHome\nAbout\nContact\n",
    "the cat sat on the mat and the cat sat on the mat and the cat sat on the mat again. " * 4,
    "Buy now! " * 30,
    "重要的事情说三遍，" * 12 + "完。",
    "I can't believe it's 5km (or 3.1mi) to St. Mary's, e.g. via http://www.example.com/a-b?c=d; mail me@x.org ASAP :-) "
    "and/or call Dr. Who's U.S. office at 9a.m.... We'd've gone, y'all! \"Quoted.\" Price: $5.00, US$7 or 10€ + 3% of 1,000. "
    "state-of-the-art; well--known; x=y, a/b, 3*4-5, lower.Upper, end.[1][citation needed]\nC++ isn't C#. It's 40°C. (:",
    "Line one ends here. [12]\r\nLine two has javascript in it.\rRead our privacy policy now please.\x0bThis one is fine!\x85"
    "Too short.\u2028He said \"yes and no\".\u2029Not ended\x1cLorem ipsum dolor sit amet.\nif (x) { return y; } done.\n",
    "Lorem Ipsum is filler text that nobody reads.\nIt is here. It is there. It is everywhere? Yes! No.\n",
    "İstanbul ΣΊΣΥΦΟΣ straße ÉTÉ naïve café ½ ² Ⅷ ①",
    "😀 smile 👩‍👩‍👧 family ❤️ heart 🇨🇳 flag ★ star ◆ 100% ™",
    "Это предложение написано по-русски, а это — второе. И третье…",
    "이것은 한국어 문장입니다. 그리고 이것은 두 번째 문장입니다.",
    "วันนี้อากาศดีมาก เราไปเดินเล่นที่สวนสาธารณะ",
    "هذه جملة عربية؟ نعم، وهذه جملة أخرى.",
    "x" * 1200 + " is a long word that ends here.\n" + "word " * 120,
    "One. Two! Three? Four... Five.Six. \"Seven.\" (Eight.) 3.14 nine. A.B. ten?! Eleven。十二。Thirteen",
    "#hash #tags #everywhere and … and ... and more …\n" * 5,
    "2023-01-01\t12:30:45\t192.168.0.1\t8.8.8.8:53\n2023-01-02\t12:31:46\t10.0.0.1\tftp://ftp.example.org:21/x\n",
    "aaaa bbbb aaaa bbbb aaaa bbbb aaaa bbbb aaaa bbbb aaaa bbbb aaaa bbbb ab cab c abc",
    "don't Don't DON'T dont won’t I'm I’ll they've who's o'clock rock'n'roll 'tis 'cause ol' 80's (don't) \"can't\" ':(' :)) <3",
]
WORDS = ["the", "be", "to", "of", "and", "that", "have", "with", "a", "in", "is", "it", "的", "是"]


def stub(name, **members):
    module = types.ModuleType(name)
    module.__path__ = []
    module.__dict__.update(members)
    sys.modules[name] = module
    return module


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


class Registry:
    def register_module(self, *_):
        return lambda made: made


class Base:
    def __init__(self, *_, **__):
        self.text_key = "text"


class Keys:
    def __getattr__(self, name):
        return name


def data_juicer():
    root = Path(importlib.util.find_spec("data_juicer").submodule_search_locations[0])
    for name in ["data_juicer", "data_juicer.ops", "data_juicer.ops.filter", "data_juicer.utils"]:
        stub(name)
    keys = Keys()
    stub("data_juicer.utils.constant", Fields=keys, StatsKeys=keys, InterVars=keys)
    stub("data_juicer.utils.model_utils", get_model=lambda *_: None, prepare_model=lambda *_, **__: None)
    stub("data_juicer.utils.asset_utils", ASSET_DIR="", load_words_asset=lambda **_: {"en": WORDS})
    stub("data_juicer.ops.base_op", OPERATORS=Registry(), Filter=Base)
    stub("data_juicer.ops.op_fusion", INTER_WORDS=Registry(), INTER_LINES=Registry())
    common = root / "ops" / "common"
    helper = load("data_juicer.ops.helper", common / "helper_func.py")
    special = load("data_juicer.ops.special", common / "special_characters.py")
    members = {k: v for m in (helper, special) for k, v in vars(m).items() if not k.startswith("__")}
    stub("data_juicer.ops.common", **members)
    return root / "ops" / "filter", special.SPECIAL_CHARACTERS


def measure_data_juicer(folder):
    rules = {
        "words": ("words_num", "WordsNumFilter", "num_words", {}),
        "average-line-length": ("average_line_length", "AverageLineLengthFilter", "avg_line_length", {}),
        "maximum-line-length": ("maximum_line_length", "MaximumLineLengthFilter", "max_line_length", {}),
        "alphanumerics": ("alphanumeric", "AlphanumericFilter", "alnum_ratio", {}),
        "special-characters": ("special_characters", "SpecialCharactersFilter", "special_char_ratio", {}),
        "character-repetition": ("character_repetition", "CharacterRepetitionFilter", "char_rep_ratio", {"rep_len": 10}),
        "word-repetition": ("word_repetition", "WordRepetitionFilter", "word_rep_ratio", {"rep_len": 3}),
        "stop-words": ("stopwords", "StopWordsFilter", "stopwords_ratio", {}),
        "text-length": ("text_length", "TextLengthFilter", "text_len", {}),
    }
    found = {}
    for rule, (file, kind, key, options) in rules.items():
        module = load(f"data_juicer.ops.filter.{file}", folder / f"{file}_filter.py")
        made = getattr(module, kind)(**options)
        found[f"{rule}@data-juicer"] = [stat(made, text, key) for text in TEXTS]
    return found


def stat(made, text, key):
    if hasattr(made, "compute_stats_batched"):
        return made.compute_stats_batched({"text": [text], "stats": [{}]})["stats"][0][key]
    return made.compute_stats_single({"text": text, "stats": {}})["stats"][key]


def safe(compute):
    try:
        value = float(compute())
        return None if math.isnan(value) else value
    except ZeroDivisionError:
        return None


def measure_datatrove():
    from datatrove.pipeline.filters import gopher_quality_filter as quality
    from datatrove.pipeline.filters import gopher_repetition_filter as repetition
    from datatrove.pipeline.filters.fineweb_quality_filter import TERMINAL_PUNCTUATION
    from datatrove.utils.text import PUNCTUATION_SET, split_into_words

    def quality_of(text):
        words = split_into_words(text)
        plain = [w for w in words if any(c not in PUNCTUATION_SET for c in w)]
        lines = text.splitlines()
        dots = text.count("...") + text.count("…")
        return {
            "words": len(plain),
            "mean-word-length": safe(lambda: np.mean([len(w) for w in plain]) if plain else math.nan),
            "symbols": safe(lambda: max(text.count("#"), dots) / len(words)),
            "bullets": safe(lambda: sum(s.lstrip().startswith(("•", "-")) for s in lines) / len(lines)),
            "ellipses": safe(lambda: sum(s.rstrip().endswith(("...", "…")) for s in lines) / len(lines)),
            "letters": safe(lambda: sum(any(c.isalpha() for c in w) for w in words) / len(words)),
            "stop-words": len(set(quality.STOP_WORDS) & set(words)),
        }

    def repetition_of(text):
        made = repetition.GopherRepetitionFilter()
        words = split_into_words(text)
        paragraphs = made.paragraph_exp.split(text.strip())
        lines = made._line_splitter.split(text)
        found = {}
        for name, parts in (("line", lines), ("paragraph", paragraphs)):
            count, characters = repetition.find_duplicates(parts)
            found[name + "s"] = count / len(parts)
            found[name + "-characters"] = safe(lambda: characters / len(text))
        for n in range(2, 5):
            grams = repetition.get_n_grams(words, n)
            found[f"top-{n}"] = safe(lambda: (repetition.find_top_duplicate(grams) if grams else 0) / len(text))
        for n in range(5, 11):
            found[f"repeated-{n}"] = safe(lambda: repetition.find_all_duplicate(words, n) / len(text))
        return found

    def fineweb_of(text):
        lines = [line for line in text.split("\n") if line.strip() != ""]
        return {
            "ended-lines": safe(lambda: sum(s.endswith(tuple(TERMINAL_PUNCTUATION)) for s in lines) / len(lines)),
            "short-lines": safe(lambda: sum(len(s) <= 30 for s in lines) / len(lines)),
            "repeated-lines": safe(lambda: repetition.find_duplicates(lines)[1] / len(text.replace("\n", ""))),
            "newlines": safe(lambda: text.count("\n") / len(split_into_words(text))),
        }

    return {
        "words@datatrove": [quality_of(text)["words"] for text in TEXTS],
        "tokens@datatrove": [split_into_words(text) for text in TEXTS],
        "gopher-quality@datatrove": [quality_of(text) for text in TEXTS],
        "gopher-repetition@datatrove": [repetition_of(text) for text in TEXTS],
        "fineweb-quality@fineweb": [fineweb_of(text) for text in TEXTS],
        "c4@c4": [c4_of(text, True) for text in TEXTS],
        "c4@fineweb": [c4_of(text, False) for text in TEXTS],
    }


def c4_of(text, ended):
    """The largest least number of sentences that the filter lets pass, and what else it drops the text for."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter

    def judged(**options):
        made = C4QualityFilter(filter_no_terminal_punct=ended, **options)
        made.stat_update = lambda *_, **__: None
        return made.filter(Document(text=text, id=""))

    sentences = 0
    while judged(min_num_sentences=sentences + 1, filter_lorem_ipsum=False, filter_curly_bracket=False) is True:
        sentences += 1
    lorem = judged(min_num_sentences=-1, filter_curly_bracket=False)
    curly = judged(min_num_sentences=-1, filter_lorem_ipsum=False)
    return {"sentences": sentences, "lorem-ipsum": int(lorem is not True), "curly-brackets": int(curly is not True)}


def measure_dolma():
    root = Path(importlib.util.find_spec("dolma").submodule_search_locations[0])
    for name in ["dolma", "dolma.core", "dolma.taggers"]:
        stub(name)
    stub("dolma.core.data_types", DocResult=None, Document=None, Span=None)

    class Tagger:
        add = staticmethod(lambda *_: lambda made: made)

    stub("dolma.core.registry", TaggerRegistry=Tagger)
    stub("dolma.core.taggers", BaseTagger=object)
    gopher = load("dolma.taggers.gopher", root / "taggers" / "gopher.py")
    made = [gopher.get_attributes(text) for text in TEXTS]
    return {
        "words@dolma": [a.word_count for a in made],
        "gopher-quality@dolma": [
            {
                "words": a.word_count,
                "mean-word-length": a.median_word_length,
                "symbols": a.symbol_to_word_ratio,
                "bullets": a.fraction_of_lines_starting_with_bullet_point,
                "ellipses": a.fraction_of_lines_ending_with_ellipsis,
                "letters": a.fraction_of_words_with_alpha_character,
                "stop-words": a.required_word_count,
            }
            for a in made
        ],
        "gopher-repetition@dolma": [
            {"lines": a.fraction_of_duplicate_lines, "line-characters": a.fraction_of_characters_in_duplicate_lines}
            | {f"top-{n}": v for n, v in a.fraction_of_characters_in_most_common_ngram}
            | {f"repeated-{n}": v for n, v in a.fraction_of_characters_in_duplicate_ngrams}
            if a.character_count
            else {}
            for a in made
        ],
    }


def measure_red_pajama(checkout):
    sys.path.insert(0, str(Path(checkout) / "app" / "src"))
    from core.document import Document
    from core.quality_signals import lines, natural_language, repetitions

    def one(signal, document):
        return signal()(document)[0][2]

    def quality_of(text):
        d = Document(text, domain=None)
        bullets = [s[2] for s in lines.RPS_Lines_Start_With_Bulletpoint()(d) if s[2] is not None]
        without = one(natural_language.RPS_Doc_Frac_No_Alph_Words, d)
        return {
            "words": one(natural_language.RPS_Doc_Word_Count, d),
            "mean-word-length": one(natural_language.RPS_Doc_Mean_Word_Length, d),
            "symbols": one(natural_language.RPS_Doc_Symbol_To_Word_Ratio, d),
            "bullets": sum(bullets) / len(bullets) if bullets else None,
            "ellipses": one(natural_language.RPS_Doc_Frac_Lines_End_With_Ellipsis, d),
            "letters": None if without is None else 1 - without,
        }

    def repetition_of(text):
        d = Document(text, domain=None)
        found = {f"top-{n}": one(getattr(repetitions, f"RPS_Doc_Frac_Chars_Top_{n}gram"), d) for n in range(2, 5)}
        for n in range(5, 11):
            found[f"repeated-{n}"] = one(getattr(repetitions, f"RPS_Doc_Frac_Chars_Dupe_{n}Grams"), d)
        return found

    return {
        "words@gopher": [quality_of(text)["words"] for text in TEXTS],
        "gopher-quality@gopher": [quality_of(text) for text in TEXTS],
        "gopher-repetition@gopher": [repetition_of(text) for text in TEXTS],
    }


def ranges(points):
    points = sorted(points)
    first = last = points[0]
    for point in points[1:] + [None]:
        if point != last + 1 if point is not None else True:
            yield f"{first:X}" if first == last else f"{first:X}-{last:X}"
            first = point
        last = point


def table(name, characters, source):
    points = {ord(c) for c in characters if len(c) == 1}
    lines = [f"# {source}", *ranges(points)]
    (TABLES / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def matching(pattern):
    compiled = re.compile(f"[{pattern}]")
    return [chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000 and compiled.match(chr(c))]


def tables(special):
    from datatrove.utils.text import PUNCTUATION_SET, TERMINAL_PUNCTUATION

    table("data-juicer-special", special, "SPECIAL_CHARACTERS of data-juicer 1.6.1 with emoji 2.2.0")
    table("datatrove-punctuation", PUNCTUATION_SET, "PUNCTUATION_SET of datatrove 0.10.1")
    table("datatrove-terminals", TERMINAL_PUNCTUATION, "TERMINAL_PUNCTUATION of datatrove 0.10.1")
    table("spacy-alpha", matching(char_classes.ALPHA), "ALPHA of spaCy 3.8")
    table("spacy-lower", matching(char_classes.ALPHA_LOWER), "ALPHA_LOWER of spaCy 3.8")
    table("spacy-upper", matching(char_classes.ALPHA_UPPER), "ALPHA_UPPER of spaCy 3.8")
    table("spacy-icons", matching(char_classes.ICONS), "icons of spaCy 3.8")
    plain = lambda pieces: [p.replace("\\", "") for p in pieces]
    table("spacy-punctuation", plain(char_classes.LIST_PUNCT), "punctuation of spaCy 3.8")
    table("spacy-quotes", plain(char_classes.LIST_QUOTES), "quotes of spaCy 3.8")
    table("spacy-currency", plain(char_classes.LIST_CURRENCY), "currencies of spaCy 3.8")
    english = spacy.blank("en")
    ends = english.add_pipe("sentencizer").punct_chars
    table("spacy-sentence-ends", ends, "sentence ends of spaCy 3.8")
    rules = [[token[65] for token in tokens] for tokens in english.tokenizer.rules.values()]
    kept = sorted(" ".join(tokens) for tokens in rules if not any(c.isspace() for t in tokens for c in t))
    (TABLES / "spacy-exceptions.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")


def main():
    numbers_file = GOLDEN / "numbers.json"
    numbers = json.loads(numbers_file.read_text(encoding="utf-8")) if numbers_file.exists() else {}
    numbers |= measure_datatrove()
    folder, special = data_juicer()
    numbers |= measure_data_juicer(folder)
    numbers |= measure_dolma()
    if len(sys.argv) > 1:
        numbers |= measure_red_pajama(sys.argv[1])
    tables(special)
    write(GOLDEN / "texts.json", {"texts": TEXTS, "stop-words": WORDS})
    write(numbers_file, numbers)


def write(path, value):
    lines = ",\n".join(f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items())
    path.write_text("{\n" + lines + "\n}\n", encoding="utf-8")


main()
