package lathe.ui.kit.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import lathe.ui.kit.Numbers;
import lathe.ui.kit.Texts;

/** Chips to filter by, each with its count; none chosen stands for all. Beyond a few, the rest goes into a menu. */
public final class Chips<T> extends HBox {
    private static final int MOST = 5;

    private final String id;
    private final Function<T, String> names;
    private final Set<T> chosen = new LinkedHashSet<>();
    private Consumer<Set<T>> listener = all -> {};

    private record Item<T>(T value, long count) {}

    /**
     * Chips without anything to choose yet.
     *
     * @param id what a chip's id begins with
     * @param names how the user reads each
     */
    public Chips(String id, Function<T, String> names) {
        this.id = id;
        this.names = names;
        getStyleClass().add("chips");
    }

    /** Tells what is chosen, after each click. */
    public void onChoose(Consumer<Set<T>> newListener) {
        listener = newListener;
    }

    /** Shows what there is, most frequent first. */
    public void show(Map<T, ? extends Number> counts, Set<T> selected, Texts texts) {
        chosen.clear();
        chosen.addAll(selected);
        chosen.retainAll(counts.keySet());
        List<Item<T>> order = new ArrayList<>();
        counts.forEach((value, count) -> order.add(new Item<>(value, count.longValue())));
        order.sort((one, other) -> Long.compare(other.count(), one.count()));
        int shown = order.size() > MOST + 1 ? MOST : order.size();
        getChildren().setAll(order.subList(0, shown).stream().map(this::chip).toList());
        if (shown < order.size()) {
            getChildren().add(menu(order.subList(shown, order.size()), texts));
        }
    }

    private ToggleButton chip(Item<T> item) {
        ToggleButton chip = new ToggleButton(words(item));
        chip.setId(id + item.value());
        chip.getStyleClass().add("filter-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setSelected(chosen.contains(item.value()));
        chip.setOnAction(event -> choose(item.value(), chip.isSelected()));
        return chip;
    }

    private MenuButton menu(List<Item<T>> items, Texts texts) {
        MenuButton menu = new MenuButton(texts.get("chips.more", items.size()));
        menu.getStyleClass().add("filter-menu");
        for (Item<T> item : items) {
            CheckMenuItem entry = new CheckMenuItem(words(item));
            entry.setSelected(chosen.contains(item.value()));
            entry.setOnAction(event -> choose(item.value(), entry.isSelected()));
            menu.getItems().add(entry);
        }
        return menu;
    }

    private String words(Item<T> item) {
        return names.apply(item.value()) + "  " + Numbers.compact((double) item.count());
    }

    private void choose(T value, boolean on) {
        if (on) {
            chosen.add(value);
        } else {
            chosen.remove(value);
        }
        listener.accept(Set.copyOf(chosen));
    }
}
