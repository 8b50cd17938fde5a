"""Renders conversations by chat templates with Hugging Face transformers: golden values for lathe.text.chat.

Templates and conversations lie in src/test/resources/golden/tokenizers/chat; rendered.json, own.json and
expressions.json there are what this writes. The templates are in the style of well-known families, in words of our own.
Needs transformers and jinja2. Run from the repository root: python src/peers/golden_chat.py
"""

import json
from datetime import datetime
from pathlib import Path

import jinja2
from transformers.utils import chat_template_utils

OWN = Path("src/main/resources/chat")
FOLDER = Path("src/test/resources/golden/tokenizers/chat")
TOKENS = {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>"}
DATE = datetime(2024, 7, 26)  # JinjaTemplate.NOW


def fixed_date(compiled):
    compiled.globals["strftime_now"] = lambda form: DATE.strftime(form)
    return compiled


def render(source, messages, tools, prompt):
    compiled = fixed_date(chat_template_utils._compile_jinja_template(source))
    try:
        text, spans = chat_template_utils._render_with_assistant_indices(
            compiled_template=compiled, messages=messages, tools=tools, documents=None, add_generation_prompt=prompt, **TOKENS
        )
    except jinja2.exceptions.TemplateError as error:
        return {"error": str(error)}
    return {"text": text, "generated": [list(span) for span in spans]} if spans else {"text": text}


def value(expression):
    """What an expression prints, or null where it is an error."""
    try:
        return chat_template_utils._compile_jinja_template("{{ " + expression + " }}").render()
    except Exception:
        return None


def own(conversations):
    """Lathe's own templates; what is exported, without the marks, has to render the same."""
    rendered = {}
    for file in sorted(OWN.glob("*.jinja")):
        source = file.read_text("utf-8")
        shared = source.replace("{% generation %}", "").replace("{% endgeneration %}", "")
        for name, messages in conversations.items():
            messages = [{key: message[key] for key in ("role", "content")} for message in messages]
            for prompt in (False, True):
                result = render(source, messages, None, prompt)
                if render(shared, messages, None, prompt)["text"] != result["text"]:
                    raise AssertionError(f"{file.stem} renders {name} differently without marks")
                rendered[f"{file.stem}/{name}" + ("/prompt" if prompt else "")] = result
    return rendered


def main():
    conversations = json.loads((FOLDER / "conversations.json").read_text("utf-8"))
    tools = json.loads((FOLDER / "tools.json").read_text("utf-8"))
    rendered = {}
    for file in sorted((FOLDER / "templates").glob("*.jinja")):
        source = file.read_text("utf-8")
        for name, messages in conversations.items():
            messages = chat_template_utils._normalize_chat_messages(messages)
            for prompt in (False, True):
                key = f"{file.stem}/{name}" + ("/prompt" if prompt else "")
                rendered[key] = render(source, messages, None, prompt)
            if name in ("tools", "system"):
                rendered[f"{file.stem}/{name}/tools"] = render(source, messages, tools, True)
    write("rendered.json", rendered)
    write("own.json", own(conversations))
    write("expressions.json", {line: value(line) for line in (FOLDER / "expressions.txt").read_text("utf-8").splitlines()})


def write(name, values):
    (FOLDER / name).write_text(json.dumps(values, ensure_ascii=False, indent=0) + "\n", "utf-8")


main()
