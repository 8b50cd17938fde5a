"""Precision and recall of Presidio's rules on Lathe's labelled set, by exact spans.

    python src/peers/compare_privacy.py       (from the project's root; needs presidio-analyzer, but no spaCy model)

The recognizers are asked directly, with the threshold 0 (all they find) and 0.5; names and addresses need a model and
are left out, identity cards of China, links with passwords and keys of services Presidio does not know.
"""

import json
from pathlib import Path

import tldextract
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    EmailRecognizer,
    IpRecognizer,
    PhoneRecognizer,
)

# The list of domain endings that comes with the package, instead of one from the network.
tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())

SET = Path("src/test/resources/golden/clean/privacy/labelled.jsonl")
RECOGNIZERS = {
    "email": EmailRecognizer(),
    "phone": PhoneRecognizer(supported_regions=("CN", "US")),
    "bank-card": CreditCardRecognizer(),
    "ip": IpRecognizer(),
}


def found(recognizer, text, threshold):
    results = recognizer.analyze(text, recognizer.supported_entities, None)
    return {(result.start, result.end) for result in results or [] if result.score >= threshold}


def main():
    items = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    print(f"{'kind':12} {'threshold':>9} {'precision':>9} {'recall':>7}")
    for kind, recognizer in RECOGNIZERS.items():
        for threshold in (0, 0.5):
            right = wrong = missed = 0
            for item in items:
                due = {(span["from"], span["to"]) for span in item["spans"] if span["kind"] == kind}
                got = found(recognizer, item["text"], threshold)
                right += len(due & got)
                wrong += len(got - due)
                missed += len(due - got)
            precision = right / (right + wrong) if right + wrong else 1
            recall = right / (right + missed) if right + missed else 1
            print(f"{kind:12} {threshold:9} {precision:9.3f} {recall:7.3f}   {right} right, {wrong} wrong, {missed} missed")


if __name__ == "__main__":
    main()
