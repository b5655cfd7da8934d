#pragma once

#include "app/base/Error.h"
#include "sync/engine/Lane.h"
#include "sync/engine/Service.h"

#include <QObject>

namespace motcua::http {

/// What one lane does when it is its turn. Owned by the sync worker, lives in its thread.
class LaneWork : public QObject {
    Q_OBJECT

public:
    virtual bool hasWork() = 0;
    /// Starts one piece of work; ended() follows exactly once.
    virtual void start() = 0;
    /// What the person is shown while a piece of work is under way.
    virtual engine::Step step() const = 0;

signals:
    /// `error` is empty after success.
    void ended(motcua::engine::Occasion occasion, const motcua::base::Error& error);

protected:
    void succeeded();
    void failed(const base::Error& error);
};

}
