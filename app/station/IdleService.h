#pragma once

#include "sync/engine/Service.h"

namespace motcua::station {

/// Stands in where a station is not to speak to anyone. Thread: GUI.
class IdleService final : public engine::Service {
    Q_OBJECT

public:
    engine::Status status() const override { return {}; }

public slots:
    void wake() override {}
    void tryNow() override {}
    void claim(const QString& dossier) override { emit claimAnswered(dossier, {QStringLiteral("sync.no-line")}); }
    void stop() override {}
};

}
