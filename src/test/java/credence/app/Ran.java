package credence.app;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run of the program left on the console.
record Ran(int status, String out, String err) {

    /// The one document on standard output.
    JsonNode document() {
        return new JsonMapper().readTree(out);
    }
}
