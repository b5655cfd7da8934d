#pragma once

#include "app/domain/Correction.h"
#include "app/domain/Dossier.h"
#include "app/domain/Events.h"

#include <optional>
#include <variant>

namespace motcua::gateway {

/// The dossier as an event has it taken in: by its receipt, or put right since.
class TakenIn {
public:
    TakenIn(const domain::Dossier& before, const domain::EventBody& body) : m_as(std::get_if<domain::DossierReceived>(&body)) {
        const auto* corrected = std::get_if<domain::DossierCorrected>(&body);
        if (!corrected)
            return;
        static_cast<domain::Filing&>(m_corrected.emplace()) = static_cast<const domain::Filing&>(before);
        domain::putRight(*m_corrected, corrected->after);
        m_as = &*m_corrected;
    }
    bool isCorrection() const { return m_corrected.has_value(); }
    /// Null: the event says nothing of that.
    const domain::DossierReceived* get() const { return m_as; }

private:
    std::optional<domain::DossierReceived> m_corrected;
    const domain::DossierReceived* m_as;
};

}
