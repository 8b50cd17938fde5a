package lathe.text.encode.normalize;

import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;
import lathe.text.unicode.CharacterClass;

/** Drops blanks at the beginning or the end of a text. */
record EdgeNormalizer(boolean left, boolean right) implements Normalizer {
    @Override
    public void normalize(Aligned text) {
        int size = text.size();
        int start = 0;
        while (left && start < size && CharacterClass.is(text.chars()[start], CharacterClass.BLANK)) {
            start++;
        }
        int end = size;
        while (right && end > start && CharacterClass.is(text.chars()[end - 1], CharacterClass.BLANK)) {
            end--;
        }
        if (start > 0 || end < size) {
            text.begin();
            text.keep(start, end);
            text.finish();
        }
    }
}
