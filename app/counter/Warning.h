#pragma once

#include <QMap>
#include <QString>

namespace motcua::counter {

/// Something the clerk should look at; never stops the job. Codes: "personal-id.unknown-province", "personal-id.birth-year", "personal-id.sex",
/// "intake.duplicate" (detail: code), "intake.coming-back", "passport.expired", "tax-code.check-digit", "proxy.same-person", "intake.after-cut-off"
/// (detail: due, ISO, UTC), "intake.cut-off-near" (detail: minutes).
struct Warning {
    QString code;
    QString field; ///< Applicant's field name, "copy" or empty: where to show it
    QMap<QString, QString> detail = {};

    friend bool operator==(const Warning&, const Warning&) = default;
};

}
