#include "app/counter/IntakeContent.h"

#include "app/counter/DraftEnvelope.h"
#include "app/domain/FirstRecords.h"

namespace motcua::counter {

std::optional<IntakeContent> intakeIn(const domain::ports::Draft& draft) {
    const auto body = fromDraftContent(DraftOf::Intake, draft.content);
    return body ? std::optional(base::fromJson<IntakeContent>(domain::liftIntakeDraft(*body))) : std::nullopt;
}

}
