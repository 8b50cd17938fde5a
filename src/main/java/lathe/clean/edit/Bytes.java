package lathe.clean.edit;

/**
 * Windows-1252, with the C1 controls of Latin-1 where it leaves bytes undefined or the text has them. Source: the
 * mapping that Unicode publishes for code page 1252.
 */
final class Bytes {
    private static final String HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private Bytes() {}

    /** The byte that was read as this character, or -1. */
    static int of(char c) {
        if (c < 0x100) {
            return c;
        }
        int index = c < 0x2200 ? HIGH.indexOf(c) : -1;
        return index < 0 ? -1 : 0x80 + index;
    }

    /** What Windows-1252 has in the place of a C1 control; the control itself where it has nothing. */
    static char character(char control) {
        return control < 0x80 || control > 0x9F || control == 0x85 ? control : HIGH.charAt(control - 0x80);
    }
}
