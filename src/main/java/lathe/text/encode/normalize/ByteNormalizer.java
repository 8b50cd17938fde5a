package lathe.text.encode.normalize;

import lathe.text.encode.Aligned;
import lathe.text.encode.ByteLevel;
import lathe.text.encode.Normalizer;

/** Writes each byte of UTF-8 as a character of its own. */
record ByteNormalizer() implements Normalizer {
    @Override
    public void normalize(Aligned text) {
        if (text.size() > 0) {
            text.rewrite();
            ByteLevel.put(text, 0, text.size());
            text.finish();
        }
    }
}
