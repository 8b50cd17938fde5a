package lathe.clean.privacy;

import java.util.List;
import lathe.text.EntryTrie;

/** Values given to names of secrets: {@code api_key = "..."}, {@code token: ...}, 密钥：… */
final class SecretNames {
    private static final List<String> NAMES = List.of(
            "apikey",
            "api_key",
            "api-key",
            "secret",
            "secretkey",
            "secret_key",
            "secret-key",
            "accesskey",
            "access_key",
            "access-key",
            "accesstoken",
            "access_token",
            "access-token",
            "authtoken",
            "auth_token",
            "token",
            "password",
            "passwd",
            "client_secret",
            "bearer",
            "密钥",
            "令牌",
            "口令",
            "密码");
    private static final int FEWEST = 16;
    private static final int MOST = 512;
    private static final double LEAST_BITS = 3.0;

    private SecretNames() {}

    static EntryTrie trie() {
        return EntryTrie.of(NAMES);
    }

    /** Looks for a name that ends at or begins at a place, and for its value behind it. */
    static void value(EntryTrie names, String text, int from, Detector.Sink sink) {
        if (names.first(lower(text.charAt(from))) == EntryTrie.NONE) {
            return;
        }
        int end = name(names, text, from);
        int value = end < 0 ? -1 : value(text, end);
        if (value > 0) {
            int to = end(text, value);
            if (to - value >= FEWEST && to - value <= MOST && isRandom(text, value, to)) {
                sink.found(value, to);
            }
        }
    }

    private static int name(EntryTrie names, String text, int from) {
        int node = names.first(lower(text.charAt(from)));
        int end = -1;
        for (int at = from + 1; node != EntryTrie.NONE; at++) {
            end = names.value(node) > 0 ? at : end;
            node = at < text.length() ? names.child(node, lower(text.charAt(at))) : EntryTrie.NONE;
        }
        return end;
    }

    private static char lower(char c) {
        return Chars.isUpper(c) ? (char) (c + 32) : c;
    }

    /** Where the value begins: behind a quote of the name, blanks, an equals sign or colon, and its own quote. */
    private static int value(String text, int from) {
        int at = skip(text, from, "\"'` ]", 3);
        int sign = skip(text, at, "=:：是>", 2);
        if (sign == at) {
            return text.regionMatches(true, from - 6, "bearer", 0, 6) && at > from ? at : -1;
        }
        return skip(text, sign, "\"'` ", 3);
    }

    private static int skip(String text, int from, String which, int most) {
        int at = from;
        while (at < text.length() && at - from < most && which.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length()
                && (Chars.isWordPart(text.charAt(at)) || "-+/=.~!#%^&*@".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        while (at > from && ".!".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    /** Letters and digits mixed, and at least three bits a character by the frequencies within the value. */
    private static boolean isRandom(String text, int from, int to) {
        int[] counts = new int[128];
        int digits = 0;
        int letters = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            counts[c]++;
            digits += Chars.isDigit(c) ? 1 : 0;
            letters += Chars.isLetter(c) ? 1 : 0;
        }
        double bits = 0;
        for (int count : counts) {
            double share = (double) count / (to - from);
            bits -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return digits >= 2 && letters >= 2 && bits >= LEAST_BITS;
    }
}
