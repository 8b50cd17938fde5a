package lathe.ingest.container;

/** How well bytes fit UTF-8. */
final class Utf8 {
    private Utf8() {}

    /**
     * What stands in a range beyond ASCII.
     *
     * @param valid sequences that are right
     * @param broken bytes that belong to none; a sequence cut off by the range's end is not counted
     */
    record Count(long valid, long broken) {}

    static boolean isValid(byte[] bytes, int from, int to) {
        Count count = count(bytes, from, to);
        return count.broken() == 0 && cutOff(bytes, from, to) == 0;
    }

    /** Counts sequences. */
    static Count count(byte[] bytes, int from, int to) {
        long valid = 0;
        long broken = 0;
        int end = to - cutOff(bytes, from, to);
        int at = from;
        while (at < end) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = length(bytes, at, end);
            valid += length > 0 ? 1 : 0;
            broken += length > 0 ? 0 : 1;
            at += Math.max(1, length);
        }
        return new Count(valid, broken);
    }

    /** Length of the sequence of several bytes that stands there, or 0. */
    private static int length(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xff;
        int length = wanted(lead);
        if (length == 0 || at + length > end) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xff;
        boolean wrong = (lead == 0xE0 && second < 0xA0)
                || (lead == 0xED && second >= 0xA0)
                || (lead == 0xF0 && second < 0x90)
                || (lead == 0xF4 && second >= 0x90);
        return wrong ? 0 : length;
    }

    private static int wanted(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }

    /** How many bytes at the end begin a sequence that goes on after it. */
    private static int cutOff(byte[] bytes, int from, int to) {
        for (int back = 1; back <= 3 && to - back >= from; back++) {
            int value = bytes[to - back] & 0xff;
            if (value < 0x80) {
                return 0;
            }
            if (value >= 0xC0) {
                return wanted(value) > back ? back : 0;
            }
        }
        return 0;
    }
}
