package dev.connections.manifest.internal.edit;

import dev.connections.manifest.internal.json.Strings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value that is to be written. */
public sealed interface Draft {
    /** Returns the JSON, looking as the printer says. */
    String json(Printer printer);

    /** A string. */
    record Text(String value) implements Draft {
        @Override
        public String json(Printer printer) {
            return Strings.encode(value);
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Draft {
        @Override
        public String json(Printer printer) {
            return Boolean.toString(value);
        }
    }

    /** A value whose JSON is known, such as a number with its digits. */
    record Raw(String json) implements Draft {
        @Override
        public String json(Printer printer) {
            return json;
        }
    }

    /** An array of strings. */
    record Texts(List<String> values) implements Draft {
        /** Copies the list. */
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public String json(Printer printer) {
            return printer.arrays()
                    .around("[]", values.stream().map(Strings::encode).toList());
        }
    }

    /** An object, members in order. */
    record Members(Map<String, Draft> values) implements Draft {
        /** Copies the map and keeps its order. */
        public Members {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String json(Printer printer) {
            Frame frame = printer.objects();
            return frame.around(
                    "{}",
                    values.entrySet().stream()
                            .map(member -> Strings.encode(member.getKey())
                                    + frame.colon()
                                    + member.getValue().json(printer))
                            .toList());
        }
    }
}
