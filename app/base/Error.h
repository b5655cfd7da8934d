#pragma once

#include <QMap>
#include <QString>

#include <memory>

namespace motcua::base {

/// Why something could not be done. Carries no prose and no personal data: `code` is a stable dotted name
/// ("journal.newer-version") that app/ui turns into words, `detail` the values those words need.
struct Error {
    QString code;
    QMap<QString, QString> detail = {};
    std::shared_ptr<const Error> cause = nullptr;
    bool retryable = false;

    /// One line for logs: the code, the details, then the causes, outermost first.
    QString toLogLine() const;

    /// The same error with `inner` as its cause.
    Error causedBy(Error inner) const;
};

}
