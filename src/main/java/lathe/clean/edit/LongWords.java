package lathe.clean.edit;

import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.text.Scripts;
import lathe.text.Unicode;

/**
 * Takes out words that are too long to be words. A word ends before white space, before a letter of a script without
 * spaces and before its punctuation, so that Chinese and Thai are never one; runs of symbols are not words.
 *
 * @param max code points from which on a word goes
 */
record LongWords(int max) implements Edit {

    @Override
    public void edit(String text, Changes changes) {
        int from = 0;
        int length = 0;
        boolean word = false;
        for (int i = 0; i <= text.length(); ) {
            int c = i < text.length() ? text.codePointAt(i) : ' ';
            int next = i + Character.charCount(c);
            if (Unicode.isWhiteSpace(c) || Scripts.isUnspaced(c) || Characters.isCjkMark(c)) {
                if (length >= max && word) {
                    changes.delete(spaceBefore(text, from, i), i);
                }
                from = next;
                length = 0;
                word = false;
            } else {
                length++;
                word |= Characters.isWordPart(c);
            }
            i = next;
        }
    }

    /** One of two spaces that would stand side by side goes with the word. */
    private static int spaceBefore(String text, int from, int to) {
        boolean behind = to == text.length() || Unicode.isWhiteSpace(text.charAt(to));
        return behind && from > 0 && text.charAt(from - 1) == ' ' ? from - 1 : from;
    }
}
