package lathe.ui;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Drops files on a node as another program would; a headless display has no other program. */
final class Drops {
    private Drops() {}

    static void drop(Node target, List<File> files) {
        fire(target, DragEvent.DRAG_OVER, files);
        fire(target, DragEvent.DRAG_DROPPED, files);
    }

    private static void fire(Node target, EventType<DragEvent> type, List<File> files) {
        target.fireEvent(new DragEvent(
                null, target, type, dragboard(files), 10, 10, 10, 10, TransferMode.COPY, null, target, null));
    }

    private static Dragboard dragboard(List<File> files) {
        try {
            Class<?> peer = Class.forName("com.sun.javafx.tk.TKClipboard");
            Object clipboard = Proxy.newProxyInstance(
                    peer.getClassLoader(), new Class<?>[] {peer}, (proxy, method, values) -> switch (method.getName()) {
                        case "hasContent" -> DataFormat.FILES.equals(values[0]);
                        case "getContent" -> DataFormat.FILES.equals(values[0]) ? files : null;
                        case "hashCode" -> 1;
                        case "equals" -> proxy == values[0];
                        default -> null;
                    });
            Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(peer);
            made.setAccessible(true);
            return made.newInstance(clipboard);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
