package lathe.text.encode.normalize;

import lathe.text.encode.Aligned;
import lathe.text.encode.Normalizer;
import lathe.text.unicode.NormalForm;

/** Brings a text into a normal form. */
record FormNormalizer(NormalForm form) implements Normalizer {
    @Override
    public void normalize(Aligned text) {
        if (!form.isPlain(text.chars(), 0, text.size())) {
            text.rewrite();
            form.normalize(text.chars(), 0, text.size(), text::put);
            text.finish();
        }
    }
}
