package lathe.clean.edit;

import com.ibm.icu.text.Normalizer2;
import java.nio.CharBuffer;
import lathe.clean.rule.Changes;
import lathe.clean.rule.Edit;
import lathe.recipe.NormalForm;
import org.jspecify.annotations.Nullable;

/** A normal form of Unicode (UAX #15, by ICU), made between the places where texts may be cut. */
record Normalization(Normalizer2 form) implements Edit {
    /** Longer stretches without such a place are no text, and sorting their marks takes quadratic time. */
    private static final int LONGEST = 4096;

    static @Nullable Normalization of(NormalForm form) {
        return switch (form) {
            case NONE -> null;
            case NFC -> new Normalization(Normalizer2.getNFCInstance());
            case NFD -> new Normalization(Normalizer2.getNFDInstance());
            case NFKC -> new Normalization(Normalizer2.getNFKCInstance());
            case NFKD -> new Normalization(Normalizer2.getNFKDInstance());
        };
    }

    @Override
    public void edit(String text, Changes changes) {
        int at = form.spanQuickCheckYes(text);
        while (at < text.length()) {
            int to = at + Character.charCount(text.codePointAt(at));
            while (to < text.length() && !form.hasBoundaryBefore(text.codePointAt(to))) {
                to += Character.charCount(text.codePointAt(to));
            }
            if (to - at <= LONGEST) {
                Spans.put(text, at, to, form.normalize(text.substring(at, to)), changes);
            }
            at = to + form.spanQuickCheckYes(CharBuffer.wrap(text, to, text.length()));
        }
    }
}
