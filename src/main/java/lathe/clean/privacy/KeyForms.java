package lathe.clean.privacy;

import java.util.ArrayList;
import java.util.List;
import lathe.text.EntryTrie;

/** How services let their keys begin, and what follows: {@code prefix fewest most alphabet} on lines of a resource. */
final class KeyForms {
    private final EntryTrie prefixes = new EntryTrie();
    private final List<Form> forms = new ArrayList<>();

    private record Form(String prefix, int fewest, int most, String alphabet) {

        /** Whether a character can follow the prefix. */
        boolean takes(char c) {
            return switch (alphabet) {
                case "upper" -> Chars.isUpper(c) || Chars.isDigit(c);
                case "hex" -> Chars.isHex(c);
                case "alnum" -> Chars.isAlnum(c);
                case "dots" -> Chars.isWordPart(c) || c == '-' || c == '.';
                default -> Chars.isWordPart(c) || c == '-';
            };
        }
    }

    private KeyForms() {}

    static KeyForms load() {
        KeyForms all = new KeyForms();
        for (String line : Lists.own("api-keys")) {
            String[] parts = line.split(" +");
            all.forms.add(new Form(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3]));
            all.prefixes.add(parts[0], all.forms.size());
        }
        return all;
    }

    /** Length of the prefix that a key begins with; 0 for none. */
    int prefix(String key) {
        return Math.max(0, prefixes.longest(key, 0));
    }

    /** End of a key that begins at a place, or -1. */
    int end(String text, int from) {
        int node = prefixes.first(text.charAt(from));
        int best = -1;
        for (int at = from + 1; node != EntryTrie.NONE; at++) {
            if (prefixes.value(node) > 0) {
                best = Math.max(best, end(text, at, forms.get(prefixes.value(node) - 1)));
            }
            node = at < text.length() ? prefixes.child(node, text.charAt(at)) : EntryTrie.NONE;
        }
        return best;
    }

    private static int end(String text, int from, Form form) {
        int at = from;
        boolean digit = false;
        while (at < text.length() && form.takes(text.charAt(at))) {
            digit |= Chars.isDigit(text.charAt(at));
            at++;
        }
        while (at > from && text.charAt(at - 1) == '.') {
            at--;
        }
        // Words with hyphens, such as sk-learn-and-friends, have no digits.
        boolean right = at - from >= form.fewest && at - from <= form.most && digit;
        return right && !Chars.isWordPart(Chars.at(text, at)) ? at : -1;
    }
}
