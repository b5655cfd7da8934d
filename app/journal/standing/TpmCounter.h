#pragma once

#include "app/base/Result.h"

#include <QString>
#include <QUuid>

#include <memory>

namespace motcua::journal {

/// A number in the PC's TPM that only rises, one for each station: an NV counter of the owner's. Nobody can set it back, also not by taking it away
/// and making it anew, as a TPM begins each new counter above all that it ever had. Used by one thread at a time.
class TpmCounter {
public:
    /// `tcti`: as TSS2's loader takes it, "device:/dev/tpmrm0"; empty: what the environment's MOTCUA_TPM says, or that device where there is one;
    /// "none": no TPM. Null: there is none, or it gives no counter.
    static std::unique_ptr<TpmCounter> open(const QString& tcti, const QUuid& station);
    ~TpmCounter();

    /// It was made by open(): the TPM knows of no copy before.
    bool isNew() const { return m_isNew; }

    /// Errors: "tpm.failed" {code}.
    base::Result<quint64> value();
    /// One up; tens of milliseconds, and one of the some hundred thousand writes that a TPM bears. Errors: the same.
    base::Outcome raise();

private:
    struct Context;
    explicit TpmCounter(std::unique_ptr<Context> context);

    std::unique_ptr<Context> m_context;
    bool m_isNew = false;
};

}
