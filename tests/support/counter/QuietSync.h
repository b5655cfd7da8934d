#pragma once

#include "sync/engine/Service.h"

#include <QStringList>

namespace motcua::test {

/// A line that a test speaks through.
class QuietSync final : public engine::Service {
    Q_OBJECT

public:
    engine::Status status() const override { return current; }
    void wake() override { ++wakes; }
    void tryNow() override { ++tries; }
    void claim(const QString& dossier) override { claims.append(dossier); }
    void askNumbers(const std::vector<protocol::NumberWish>& wishes) override { asked.push_back(wishes); }
    void stop() override {}

    void report(const engine::Status& status) {
        current = status;
        emit statusChanged(status);
    }

    engine::Status current;
    int wakes = 0;
    int tries = 0;
    QStringList claims;
    std::vector<std::vector<protocol::NumberWish>> asked; ///< for numbers
};

}
