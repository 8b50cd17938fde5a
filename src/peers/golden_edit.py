"""Writes the golden values for lathe.clean.edit with data-juicer, datatrove, ftfy and OpenCC.

    python src/peers/golden_edit.py              (from the project's root)

Needs ftfy, OpenCC, regex, emoji, pydantic, and py-data-juicer 1.6.1 and datatrove, both without what they depend on: of
data-juicer only single mappers are loaded, with stand-ins for its base classes. Writes
src/test/resources/golden/clean/edit/edits.json: a list of [case, text, result].
"""

import ast
import importlib.util
import json
import random
import sys
import types
from pathlib import Path

import ftfy
import opencc

OUT = Path("src/test/resources/golden/clean/edit/edits.json")
ROOT = Path(importlib.util.find_spec("data_juicer").submodule_search_locations[0]) / "ops"


def package(name, **members):
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


class Mapper:
    text_key = "text"

    def __init__(self, *args, **kwargs):
        pass


class Registry:
    def register_module(self, name):
        return lambda cls: cls


package("dj")
package("dj.mapper")
package("dj.base_op", Mapper=Mapper, OPERATORS=Registry())
special = load("dj.special", ROOT / "common/special_characters.py")
source = (ROOT / "common/helper_func.py").read_text(encoding="utf-8")
helpers = {}
start = source.index("def strip(")
exec("import re\n" + source[start : source.index("def words_augmentation")], helpers)
package("dj.common", SPECIAL_CHARACTERS=special.SPECIAL_CHARACTERS, **{k: v for k, v in helpers.items() if callable(v)})


def mapper(name, **settings):
    module = load(f"dj.mapper.{name}", ROOT / f"mapper/{name}.py")
    cls = getattr(module, "".join(part.capitalize() for part in name.split("_")))
    made = cls(**settings)
    return lambda text: made.process_batched({"text": [text]})["text"][0]


def then(*steps):
    def run(text):
        for step in steps:
            text = step(text)
        return text

    return run


def datatrove_punctuation():
    """The table in datatrove's normalisation, taken from its source: the module itself would load models."""
    folder = Path(importlib.util.find_spec("datatrove").submodule_search_locations[0])
    tree = ast.parse((folder / "utils/perplexity.py").read_text(encoding="utf-8"))
    dicts = (ast.literal_eval(node) for node in ast.walk(tree) if isinstance(node, ast.Dict) and len(node.keys) > 20)
    table = next(found for found in dicts if "，" in found)
    return lambda text: "".join(table.get(c, c) for c in text)


WRITTEN = {
    "punctuation": ["他说：“你好，世界！”（测试）１２３", "《书》、「引」…—～％►━ a«b»c´d′", "3，000．５"],
    "links": [
        "见 http://a.com/x，这是正文内容。下一句 end",
        "详见http://a.com/x，这是正文 好",
        "Note:this is text and key:value too",
        "see www.site.org/a_(b_(c)) and (http://x.io/y). Or ftp://f.net/",
        "http:///a http:/b www3.c.d example.com/path co.uk/ v1.2/3",
        "a<https://q.de/z?x=[1]>b “http://w.cn/后面”。",
    ],
    "copyright": [
        "/* Copyright 2020 Us. */\nint a; /* more */\n",
        "int a; /* plain */ // Copyright\n",
        "#!/bin/sh\n# Title\n\n#include <a>\necho hi\n",
        "-- one\n// two\n\nselect 1;\n# not\n",
        "code /* never closed copyright",
    ],
    "latex-comments": ["a %b\n%c\n\\% d%e\n%\nx%\n%%\n", "50\\% of 中%文\n  % in\nlast% one", "%"],
    "latex-macros": [
        "\\newcommand{\\a}{alpha}\n\\def\\b {beta \\a}\n\\a and \\b. \\a\\a \\ab\n",
        "\\newcommand*{\\x1}{中é\\y}\n\\x1, \\x1\n\\newcommand{\\z}[1]{no #1}\n\\z{a}",
    ],
    "latex-header": [
        "pre\n\\section{One} text",
        "pre \\sectionmark{x}\\section*[a]{b} text",
        "\\subsection [a]{b} \\paragraph{c} d",
        "nothing here",
        "\\chapter[x\ny]{z} w",
    ],
    "latex-bibliography": [
        "a\n\\bibliographystyle{x}\n\\bibliography{refs}\nb",
        "a \\appendix b \\begin{thebibliography}c",
        "a \\bibliography{open",
    ],
    "tables": [
        "Head\nname age\nann 3\nbob 4\n\nText that goes on here.\n",
        "x\na|b|c\n1|2|3\n\n4|5|6\nend\n",
        "intro\nthe cat\na dog\nthis is prose of many words\n",
    ],
    "long-words": ["a  bb\n\n\tccc  dddddddddddddddd\te\n ——abcdefghijkl—— x", "今天天气很好我们去公园玩吧。 短 abcdefghijklmn…", ""],
    "repeated-sentences": [
        "Pi is 3.14. See fig 3.14 now. Pi is 3.14.",
        "今天好。今天好。明天好！“来吧！”他说……然后……走了。今天好",
        "Once. Twice! Once. Who? Who? ......” end......x\nOnce. new",
        "ひらがな。ひらがな。",
    ],
}
ALPHABETS = {
    "punctuation": list("a，。１：《》—…b 中\n"),
    "links": ["http", "://", ":", "/", "www.", ".com/", "a", "B", "3", "(", ")", "<", " ", "，", "中", ".", "-", "_", "é", "\n"],
    "copyright": ["/*", "*/", "*", "//", "#", "--", "\n", "copyright", "a ", "\n"],
    "latex-comments": ["%", "\\", "\n", "a", " ", "中", "😀"],
    "latex-macros": ["\\newcommand{\\a}{b}\n", "\\newcommand{\\c}{\\a x}\n", "\\def\\d{\\c}\n", "\\a", "\\c", "\\d", "{", "}", " ", "1"],
    "latex-header": ["\\section", "\\paragraph", "{a}", "[b]", "*", "{", "}", "[", "]", "x", "\n", "\\"],
    "latex-bibliography": ["\\appendix", "\\bibliography", "{a}", "{", "}", "x", "\n", "\\begin{references}"],
    "tables": ["a", "b", "|", " ", "\t", "\n", "\n", "中"],
    "long-words": ["abc", "中文", " ", "\t", "\n", "—", "一", "！", "defghijk", "😀"],
    "repeated-sentences": [".", "。", "！", "?", "…", "”", "’", "a", "B", "中", " ", "\n", "3", "......"],
}
CASES = {
    "punctuation": mapper("punctuation_normalization_mapper"),
    "links": mapper("clean_links_mapper"),
    "copyright": mapper("clean_copyright_mapper"),
    "latex-comments": mapper("remove_comments_mapper"),
    "latex-macros": mapper("expand_macro_mapper"),
    "latex-header": mapper("remove_header_mapper"),
    "latex-bibliography": mapper("remove_bibliography_mapper"),
    "tables": mapper("remove_table_text_mapper"),
    "long-words": mapper("remove_long_words_mapper", max_len=10),
    "repeated-sentences": mapper("remove_repeat_sentences_mapper", lowercase=True),
}
MOJIBAKE = [
    "It’s “fine” – really… 5 € for a café",
    "今天天气很好，我们去公园玩。",
    "Привет, мир! Ωμέγα",
    "Zażółć gęślą jaźń, Übergröße",
    "😀 and ✓ and ½",
]
CHINESE = [
    "鼠标里面的硅二极管坏了，导致光标分辨率降低。",
    "我们在老挝的服务器的硬盘需要使用互联网算法软件解决异步的问题。",
    "少长咸集，理发师发现头发干燥，后面的皇后吃了面条。",
    "他为什么在台湾的出租车里把内存条和打印机弄丢了？",
    "滑鼠裡面的矽二極體壞了，導致游標解析度降低。",
    "著名作家穿著衣服，乾隆皇帝一目瞭然，吃飯喫麵。",
    "我們在寮國的伺服器的硬碟需要使用網際網路演算法軟體解決非同步的問題。",
    "臺灣的計程車司機在衞生間裏聽着音樂，說粵語。",
    "㑮 㒓 fi 豈 更 Mixed English 和 123，鷄蛋裏挑骨頭。",
    "这台电脑的CPU和U盘，用户通过数据库连接信息技术。",
    "香港的羣眾在牀上喫糉子，啓程去澳門。",
]


def main():
    rng = random.Random(7)
    cases = []
    for name, run in CASES.items():
        texts = list(WRITTEN[name])
        for _ in range(60):
            texts.append("".join(rng.choice(ALPHABETS[name]) for _ in range(rng.randint(1, 24))))
        cases += [[name, text, run(text)] for text in texts]
        if name == "punctuation":
            other = datatrove_punctuation()
            cases += [["punctuation-datatrove", text, other(text)] for text in texts]
    for text in MOJIBAKE:
        once = text.encode("utf-8").decode("sloppy-windows-1252")
        for broken in (once, text.encode("utf-8").decode("latin-1"), once.encode("utf-8").decode("sloppy-windows-1252")):
            assert ftfy.fix_encoding(broken) == text, (broken, ftfy.fix_encoding(broken))
            cases.append(["mojibake", broken, text])
        assert ftfy.fix_encoding(text) == text
        cases.append(["mojibake", text, text])
    for mode in "s2t t2s s2tw tw2s s2hk hk2s s2twp tw2sp".split():
        converter = opencc.OpenCC(mode)
        cases += [[f"chinese-{mode}", text, converter.convert(text)] for text in CHINESE]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, ensure_ascii=True) for case in cases)
    OUT.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


main()
