package credence.architecture.canary.core.value;

import tools.jackson.databind.JsonNode;

public final class KnowsJson {
    JsonNode node;
}
