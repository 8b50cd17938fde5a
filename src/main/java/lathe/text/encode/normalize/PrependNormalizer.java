package lathe.text.encode.normalize;

import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;

/** Puts a string before a text that is not empty. */
record PrependNormalizer(String string) implements Normalizer {
    @Override
    public void normalize(Aligned text) {
        if (text.size() > 0) {
            text.begin();
            text.prepend(string, 0, text.size());
            text.finish();
        }
    }
}
