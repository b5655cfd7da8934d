#include "sync/http/LaneWork.h"

#include "sync/engine/Failures.h"

namespace motcua::http {

void LaneWork::succeeded() {
    emit ended(engine::Occasion::Succeeded, {});
}

void LaneWork::failed(const base::Error& error) {
    emit ended(engine::occasionFor(error), error);
}

}
