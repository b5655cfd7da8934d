#pragma once

#include "tests/support/gateway/GatewayProcess.h"

namespace motcua::test {

/// Publishes the procedure 9.000001 and its kind of job, of which the program knows nothing: tests/data/jobs/boat-paper. What it says on
/// standard error; empty: done.
inline QString publishBoats(GatewayProcess& gateway) {
    for (const QStringList& arguments :
        {QStringList{QStringLiteral("publish-catalogue"), QStringLiteral("--catalogue-version"), QStringLiteral("2026-11-02"),
             QStringLiteral("--complete"), QStringLiteral(MOTCUA_TEST_DATA "/catalogue/boats")},
            QStringList{QStringLiteral("publish-jobs"), QStringLiteral("--jobs"), QStringLiteral(MOTCUA_TEST_DATA "/jobs")}})
        if (const auto ended = gateway.run(arguments); !ended.json.value(QLatin1String("changed")).toBool())
            return ended.errors + arguments.join(QLatin1Char(' '));
    return {};
}

}
