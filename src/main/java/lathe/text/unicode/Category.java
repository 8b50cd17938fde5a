package lathe.text.unicode;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.UnicodeSet;
import org.jspecify.annotations.Nullable;

/** General categories, scripts and other sets of characters in Unicode 16. */
public final class Category {
    /** A small letter until Unicode 17. */
    private static final int WAS_LOWER = 0x295;

    private static final UnicodeSet KNOWN = new UnicodeSet("[:age=16.0:]").freeze();

    private static final byte[] TABLE = new byte[Character.MAX_CODE_POINT + 1];

    static {
        for (int c = 0; c < TABLE.length; c++) {
            TABLE[c] = (byte) compute(c);
        }
    }

    private Category() {}

    /** The general category, as {@link Character#getType(int)} numbers them. */
    public static int of(int codePoint) {
        return TABLE[codePoint];
    }

    private static int compute(int c) {
        if (c == WAS_LOWER) {
            return Character.LOWERCASE_LETTER;
        }
        int type = UCharacter.getType(c);
        if (type == UCharacter.SURROGATE) {
            return Character.SURROGATE;
        }
        if (!UnicodeVersion.knows(CharacterClass.VERSION, c)) {
            return Character.UNASSIGNED;
        }
        // Java leaves 17 out.
        return type > UCharacter.FORMAT ? type + 1 : type;
    }

    /** The characters of a script, or null where there is no such script. */
    public static @Nullable UnicodeSet script(String name) {
        try {
            return new UnicodeSet("[:sc=" + name + ":]").retainAll(KNOWN);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The characters of a general category, by its short name. */
    public static UnicodeSet set(String name) {
        UnicodeSet set = new UnicodeSet();
        boolean group = name.length() == 1;
        for (int c = 0; c < TABLE.length; c++) {
            String category = NAMES[TABLE[c]];
            if (group ? category.startsWith(name) : category.equals(name)) {
                set.add(c);
            }
        }
        return set;
    }

    private static final String[] NAMES = {
        "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "", "Co",
        "Cs", "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"
    };

    /** Whether this is the short name of a general category or of a group of them. */
    public static boolean isName(String name) {
        for (String category : NAMES) {
            if (!category.isEmpty()
                    && (category.equals(name) || category.substring(0, 1).equals(name))) {
                return true;
            }
        }
        return false;
    }
}
