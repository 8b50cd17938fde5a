package lathe.text.encode.regex;

/** Finds a string. */
record StringFinder(String string) implements Finder {
    @Override
    public void find(char[] text, int start, int end, Found found) {
        char first = string.charAt(0);
        int at = start;
        while (at + string.length() <= end) {
            if (text[at] == first && isAt(text, at)) {
                found.match(at, at + string.length());
                at += string.length();
            } else {
                at++;
            }
        }
    }

    private boolean isAt(char[] text, int at) {
        for (int i = 1; i < string.length(); i++) {
            if (text[at + i] != string.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean matchesNothing() {
        return false;
    }
}
