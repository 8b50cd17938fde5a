package lathe.clean.privacy;

/** Bank cards, in one piece or in groups of four; not where the words before them tell of another number. */
final class BankCardDetector implements Detector {
    private static final int FEWEST = 16;
    private static final Context OTHER = new Context(
            14,
            "订单",
            "订单号",
            "单号",
            "运单",
            "快递",
            "流水号",
            "编号",
            "序列号",
            "order",
            "order no",
            "tracking",
            "invoice",
            "serial",
            "imei",
            "sku");

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
            for (int last = first; last < run.groups() && isGrouped(run, first, last); last++) {
                String digits = run.digits(first, last, 19);
                if (digits == null) {
                    break;
                }
                if (isFree(run, first, last) && BankCard.isValid(digits) && !OTHER.before(text, run.from(first))) {
                    sink.found(run.from(first), run.to(last));
                }
            }
        }
    }

    private static boolean isFree(DigitRun run, int first, int last) {
        return run.beginsFree(first) && run.endsFree(run.to(last));
    }

    /** Groups of four before the last, or six digits before the others. */
    private static boolean isGrouped(DigitRun run, int first, int last) {
        if (last == first) {
            return true;
        }
        boolean four = run.length(first) == 4 && run.length(last - 1) == 4 && run.length(last) <= 4;
        return four || (run.length(first) == 6 && last == first + 1);
    }
}
