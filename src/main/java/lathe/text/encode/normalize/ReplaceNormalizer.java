package lathe.text.encode.normalize;

import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;
import lathe.text.encode.regex.Finder;

/** Puts a string in the place of each match. */
record ReplaceNormalizer(Finder finder, String content) implements Normalizer {
    @Override
    public void normalize(Aligned text) {
        int[] last = {0};
        char[] chars = text.chars();
        int size = text.size();
        text.begin();
        finder.find(chars, 0, size, (start, end) -> {
            text.keep(last[0], start);
            text.replace(start, end, content);
            last[0] = end;
        });
        if (last[0] > 0) {
            text.keep(last[0], size);
            text.finish();
        }
    }
}
