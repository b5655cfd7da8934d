#include "app/counter/IntakeContent.h"

#include "app/counter/DraftEnvelope.h"
#include "app/domain/FirstRecords.h"

namespace motcua::counter {

namespace {

/// Of the applicant what was read from a card or passport, nothing else.
domain::Applicant asRead(const domain::Applicant& applicant) {
    using domain::Origin;
    const auto wasRead = [&](const char* field) {
        const auto origin = static_cast<Origin>(applicant.origins.value(QLatin1String(field)).toInt(static_cast<int>(Origin::Typed)));
        return origin == Origin::CardQr || origin == Origin::PassportLines;
    };
    domain::Applicant read;
    read.kind = applicant.kind;
    read.origins = applicant.origins;
    const auto take = [&](const char* field, auto domain::Applicant::*member) {
        if (wasRead(field))
            read.*member = applicant.*member;
    };
    take("name", &domain::Applicant::name);
    take("personalId", &domain::Applicant::personalId);
    take("formerId", &domain::Applicant::formerId);
    take("birthDate", &domain::Applicant::birthDate);
    take("birthDate", &domain::Applicant::bornIn);
    take("sex", &domain::Applicant::sex);
    take("address", &domain::Applicant::address);
    take("cardIssued", &domain::Applicant::cardIssued);
    if (wasRead("passportNumber") && wasRead("passportIssuer") && wasRead("nationality") && wasRead("passportExpiry"))
        read.passport = applicant.passport;
    return read;
}

}

bool saysOnlyPapers(const IntakeContent& content) {
    if (content.applicant.name.isEmpty())
        return false;
    IntakeContent only;
    only.applicant = asRead(content.applicant);
    only.who = content.who;
    only.started = content.started;
    only.aside = content.aside;
    return base::toJson(only) == base::toJson(content);
}

std::optional<IntakeContent> intakeIn(const domain::ports::Draft& draft) {
    const auto body = fromDraftContent(DraftOf::Intake, draft.content);
    return body ? std::optional(base::fromJson<IntakeContent>(domain::liftIntakeDraft(*body))) : std::nullopt;
}

}
