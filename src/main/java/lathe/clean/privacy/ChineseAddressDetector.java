package lathe.clean.privacy;

/**
 * Chinese postal addresses: from the large to the small, province, city, district, street or village, then numbers of
 * houses and rooms. Enough of them must follow each other: a street with a house, or two places with a street.
 */
final class ChineseAddressDetector implements Detector {
    private final ChineseAddress grammar = new ChineseAddress();

    @Override
    public void find(String text, Sink sink) {
        int at = 0;
        while (at < text.length()) {
            int end = Chars.isHan(text.charAt(at)) && canBegin(text, at) ? address(text, at) : -1;
            if (end > 0) {
                sink.found(at, end);
            }
            at = end > 0 ? end : at + 1;
        }
    }

    private boolean canBegin(String text, int at) {
        char before = Chars.at(text, at - 1);
        return !Chars.isHan(before) || grammar.isGrammar(before) || grammar.place(text, at) > 0 || isLabel(text, at);
    }

    private static boolean isLabel(String text, int at) {
        return text.startsWith("址", at - 1) || text.startsWith("寄往", at - 2) || text.startsWith("家住", at - 2);
    }

    /** End of the address that begins at a place, or -1. */
    private int address(String text, int from) {
        int at = from;
        int places = 0;
        int streets = 0;
        int numbers = 0;
        for (int parts = 0; parts < 16; parts++) {
            ChineseAddress.Part part = grammar.part(text, at, numbers > 0);
            if (part == null) {
                break;
            }
            places += part.kind() == ChineseAddress.Kind.PLACE ? 1 : 0;
            streets += part.kind() == ChineseAddress.Kind.STREET ? 1 : 0;
            numbers += part.kind() == ChineseAddress.Kind.NUMBER && places + streets > 0 ? 1 : 0;
            at = part.to();
        }
        boolean enough = (streets > 0 && numbers > 0) || (places > 1 && streets > 0) || (places > 0 && streets > 1);
        return enough ? at : -1;
    }
}
