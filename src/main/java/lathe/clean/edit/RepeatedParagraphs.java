package lathe.clean.edit;

import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;

/**
 * Takes out paragraphs that stood in the text before, with the blank lines behind them. A paragraph is a line, as it is
 * to cc_net and Dolma: texts from the web and Chinese texts have no blank lines between theirs.
 */
record RepeatedParagraphs(PieceKey key) implements Edit {

    @Override
    public void edit(String text, Changes changes) {
        LongSet seen = new LongSet();
        boolean[] gone = {false};
        Lines.remove(
                text,
                (from, to) -> {
                    if (!Characters.isBlank(text, from, to)) {
                        long hash = key.of(text, from, to);
                        gone[0] = hash != PieceKey.SHORT && !seen.add(hash);
                    }
                    return gone[0];
                },
                changes);
    }
}
