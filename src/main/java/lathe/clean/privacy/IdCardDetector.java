package lathe.clean.privacy;

/** Numbers of Chinese identity cards, in one piece or as place, birthday and sequence. */
final class IdCardDetector implements Detector {
    private static final int FEWEST = 15;
    private static final Context OTHER =
            new Context(10, "订单", "订单号", "单号", "流水号", "编号", "序列号", "order", "order no", "imei", "tracking", "serial");

    @Override
    public void find(String text, Sink sink) {
        for (int at = 0; at < text.length(); at++) {
            if (Chars.digit(text.charAt(at)) >= 0) {
                long run = DigitRun.measure(text, at);
                if (run >>> 32 >= FEWEST) {
                    look(text, DigitRun.at(text, at), sink);
                }
                at = (int) run;
            }
        }
    }

    private static void look(String text, DigitRun run, Sink sink) {
        for (int first = 0; first < run.groups(); first++) {
            for (int last = first; last < Math.min(first + 3, run.groups()); last++) {
                boolean whole = last == first || (run.length(first) == 6 && last == first + 2);
                if (whole && run.beginsFree(first)) {
                    check(text, run, first, last, sink);
                }
            }
        }
    }

    private static void check(String text, DigitRun run, int first, int last, Sink sink) {
        String digits = run.digits(first, last, 18);
        if (digits == null || digits.length() < 15) {
            return;
        }
        int to = run.to(last);
        char after = Chars.at(text, to);
        if (digits.length() == 17 && (after == 'X' || after == 'x' || after == 'Ｘ')) {
            digits += "X";
            to++;
        }
        boolean old = digits.length() == 15 && IdCard.isValid15(digits) && !OTHER.before(text, run.from(first));
        if (run.endsFree(to) && (old || (digits.length() == 18 && IdCard.isValid18(digits)))) {
            sink.found(run.from(first), to);
        }
    }
}
