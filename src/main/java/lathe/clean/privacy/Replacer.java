package lathe.clean.privacy;

import lathe.recipe.PersonalKind;
import lathe.recipe.Replacement;

/** What is put in place of personal information. Safe for several threads. */
final class Replacer {
    private final Replacement with;
    private final Surrogates surrogates;

    Replacer(Replacement with, String key) {
        this.with = with;
        surrogates = new Surrogates(key);
    }

    String of(PersonalKind kind, String original) {
        return switch (with) {
            case TAG -> '<' + kind.name() + '>';
            case MASK -> mask(original);
            case SURROGATE -> surrogates.of(kind, original);
        };
    }

    /** As many asterisks as characters; lines stay apart. */
    private static String mask(String original) {
        StringBuilder stars = new StringBuilder(original.length());
        original.codePoints().forEach(c -> stars.append(c == '\n' || c == '\r' ? (char) c : '*'));
        return stars.toString();
    }
}
