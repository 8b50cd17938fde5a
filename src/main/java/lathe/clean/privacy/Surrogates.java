package lathe.clean.privacy;

import java.util.List;
import java.util.Locale;
import lathe.recipe.PersonalKind;

/**
 * Stand-ins of the same form, the same for the same original, that can belong to nobody: addresses at example.org (RFC
 * 2606), machines of the documentation's ranges (RFC 5737, RFC 3849), phone numbers that are not given out, cards with
 * wrong check digits, invented names. Safe for several threads.
 */
final class Surrogates {
    private static final String SMALL = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final String[] NETS = {"192.0.2.", "198.51.100.", "203.0.113."};

    private final String key;
    private final InventedNames names = new InventedNames();
    private final KeyForms forms = KeyForms.load();

    Surrogates(String key) {
        this.key = key;
    }

    String of(PersonalKind kind, String original) {
        KeyedNumbers numbers = new KeyedNumbers(key, kind, canonical(kind, original));
        return switch (kind) {
            case EMAIL -> "user-" + numbers.characters(SMALL, 8) + "@example.org";
            case PHONE -> PhoneSurrogate.of(original, numbers);
            case ID_CARD -> CardSurrogates.identity(original, numbers);
            case BANK_CARD -> CardSurrogates.bank(original, numbers);
            case IP -> machine(original, numbers);
            case URL_CREDENTIALS -> "user-" + numbers.characters(SMALL, 6) + ":password";
            case API_KEY -> secret(original, numbers);
            case NAME -> names.of(original, numbers);
            case ADDRESS -> address(original, numbers);
        };
    }

    /** What makes two originals the same: case and separators do not. */
    private static String canonical(PersonalKind kind, String original) {
        return switch (kind) {
            case EMAIL, IP -> original.toLowerCase(Locale.ROOT);
            case PHONE -> PhoneSurrogate.national(original);
            case ID_CARD, BANK_CARD -> Form.digits(original) + (original.matches(".*[XxＸ]") ? "X" : "");
            case URL_CREDENTIALS, API_KEY, NAME, ADDRESS -> original;
        };
    }

    private static String machine(String original, KeyedNumbers numbers) {
        if (original.indexOf(':') < 0) {
            return NETS[numbers.next(NETS.length)] + (1 + numbers.next(254));
        }
        return "2001:db8::" + numbers.characters("123456789abcdef", 4) + ':' + numbers.characters("123456789abcdef", 4)
                + ':' + numbers.characters("123456789abcdef", 4);
    }

    /** Keeps how a key begins and what each of its characters is, and says that it is an example. */
    private String secret(String original, KeyedNumbers numbers) {
        if (original.startsWith("-----BEGIN")) {
            String label = original.substring(0, original.indexOf("-----", 10) + 5);
            return label + "\nEXAMPLE" + numbers.characters(SMALL, 24) + '\n' + label.replace("BEGIN", "END");
        }
        int begin = forms.prefix(original);
        StringBuilder out = new StringBuilder(original.substring(0, begin)).append("EXAMPLE");
        for (int i = out.length(); i < original.length(); i++) {
            char c = original.charAt(i);
            String which = Chars.isDigit(c) ? "0123456789" : Chars.isLetter(c) ? SMALL.substring(0, 24) : "";
            char fresh = which.isEmpty() ? c : which.charAt(numbers.next(which.length()));
            out.append(Chars.isUpper(c) ? Character.toUpperCase(fresh) : fresh);
        }
        return out.toString();
    }

    private static String address(String original, KeyedNumbers numbers) {
        int number = 1 + numbers.next(9999);
        List<String> roads = List.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸");
        return original.chars().anyMatch(c -> Chars.isHan((char) c))
                ? "示例市样本区虚构" + roads.get(numbers.next(10)) + "路" + number + "号"
                : number + " Example Street";
    }
}
