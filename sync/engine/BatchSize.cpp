#include "sync/engine/BatchSize.h"

#include <algorithm>

namespace motcua::engine {

void BatchSize::answered(std::chrono::milliseconds took) {
    if (took < quick)
        m_records = std::min(m_records * 2, most);
    else if (took > slow)
        m_records = std::max(m_records / 2, least);
}

void BatchSize::failed() {
    m_records = std::max(m_records / 2, least);
}

}
