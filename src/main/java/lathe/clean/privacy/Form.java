package lathe.clean.privacy;

/** Puts other digits into the form of a number. */
final class Form {
    private Form() {}

    /** The form with its digits replaced, one after another; what is no digit stays. */
    static String fill(String form, String digits) {
        StringBuilder out = new StringBuilder(form);
        for (int i = 0, next = 0; i < out.length() && next < digits.length(); i++) {
            if (Chars.digit(out.charAt(i)) >= 0) {
                out.setCharAt(i, digits.charAt(next++));
            }
        }
        return out.toString();
    }

    /** The digits of a number, as ASCII. */
    static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            int value = Chars.digit(number.charAt(i));
            if (value >= 0) {
                digits.append((char) ('0' + value));
            }
        }
        return digits.toString();
    }
}
