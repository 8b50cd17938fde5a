package lathe.clean.privacy;

import lathe.text.EntryTrie;

/**
 * Keys of services by how they begin, JSON web tokens (RFC 7519), private keys (PEM, RFC 7468), and values that are
 * given to names such as {@code api_key} and look drawn at random.
 */
final class ApiKeyDetector implements Detector {
    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final int MOST_OF_HEADER = 40;

    private final KeyForms forms = KeyForms.load();
    private final EntryTrie names = SecretNames.trie();

    @Override
    public void find(String text, Sink sink) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 'e' && text.startsWith("eyJ", at) && !Chars.isWordPart(Chars.at(text, at - 1))) {
                webToken(text, at, sink);
            }
            if (!Chars.isWordPart(Chars.at(text, at - 1))) {
                int end = forms.end(text, at);
                if (end > 0) {
                    sink.found(at, end);
                }
            }
            SecretNames.value(names, text, at, sink);
        }
        privateKeys(text, sink);
    }

    /** Three parts in base64url, of which the first two begin with an object. */
    private static void webToken(String text, int from, Sink sink) {
        int second = part(text, from);
        int third = second > 0 && text.startsWith("eyJ", second) ? part(text, second) : -1;
        if (third > 0) {
            int end = encoded(text, third);
            if (end - third >= 10) {
                sink.found(from, end);
            }
        }
    }

    private static int part(String text, int from) {
        int end = encoded(text, from);
        return end - from >= 10 && Chars.at(text, end) == '.' ? end + 1 : -1;
    }

    private static int encoded(String text, int from) {
        int at = from;
        while (at < text.length() && (Chars.isWordPart(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    /** From the first line of a private key to the end of its last line, or of the text. */
    private static void privateKeys(String text, Sink sink) {
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
            int label = text.indexOf(PRIVATE, at);
            if (label < 0 || label - at > MOST_OF_HEADER) {
                continue;
            }
            int end = text.indexOf("-----END ", label);
            int close = end < 0 ? -1 : text.indexOf("-----", end + 9);
            sink.found(at, close < 0 ? text.length() : close + 5);
        }
    }
}
