package lathe.ui;

/** How a step stands. */
public enum StepMark {
    DONE("fth-check-circle"),
    ATTENTION("fth-alert-triangle"),
    STALE("fth-refresh-cw"),
    NOT_YET("fth-circle"),
    RUNNING("fth-loader");

    private final String icon;

    StepMark(String icon) {
        this.icon = icon;
    }

    /** The icon that shows it. */
    public String icon() {
        return icon;
    }

    /** The style class that colours it. */
    public String style() {
        return "mark-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
