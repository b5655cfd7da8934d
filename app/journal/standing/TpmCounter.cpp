#include "app/journal/standing/TpmCounter.h"

#include "app/base/Logging.h"
#include "sync/protocol/Digest.h"

#include <QFileInfo>
#include <QtEndian>

#include <tss2/tss2_esys.h>
#include <tss2/tss2_tctildr.h>

namespace motcua::journal {

namespace {

constexpr char device[] = "/dev/tpmrm0";
constexpr UINT16 counterSize = 8;
/// Among those that an owner defines; the station's id says which.
constexpr TPM2_HANDLE firstIndex = 0x01510000;
constexpr TPMA_NV attributes =
    (TPM2_NT_COUNTER << TPMA_NV_TPM2_NT_SHIFT) | TPMA_NV_OWNERWRITE | TPMA_NV_OWNERREAD | TPMA_NV_AUTHWRITE | TPMA_NV_AUTHREAD | TPMA_NV_NO_DA;

QString configured(const QString& tcti) {
    if (!tcti.isEmpty())
        return tcti;
    if (qEnvironmentVariableIsSet("MOTCUA_TPM"))
        return qEnvironmentVariable("MOTCUA_TPM");
    return QFileInfo(QString::fromLatin1(device)).isWritable() ? QStringLiteral("device:") + QLatin1String(device) : QString();
}

TPM2_HANDLE indexOf(const QUuid& station) {
    const QByteArray digest = protocol::Digest::of(station.toRfc4122());
    return firstIndex | qFromBigEndian<quint16>(digest.constData());
}

base::Error failed(TSS2_RC code) {
    return {QStringLiteral("tpm.failed"), {{QStringLiteral("code"), QString::number(code, 16)}}};
}

}

struct TpmCounter::Context {
    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() {
        if (esys)
            Esys_Finalize(&esys);
        if (tcti)
            Tss2_TctiLdr_Finalize(&tcti);
    }

    bool connect(const QByteArray& name) {
        return Tss2_TctiLdr_Initialize(name.constData(), &tcti) == TSS2_RC_SUCCESS && Esys_Initialize(&esys, tcti, nullptr) == TSS2_RC_SUCCESS;
    }
    TSS2_RC find(TPM2_HANDLE index) { return Esys_TR_FromTPMPublic(esys, index, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, &counter); }
    TSS2_RC define(TPM2_HANDLE index) {
        const TPM2B_AUTH nobody{};
        TPM2B_NV_PUBLIC about{};
        about.nvPublic.nvIndex = index;
        about.nvPublic.nameAlg = TPM2_ALG_SHA256;
        about.nvPublic.attributes = attributes;
        about.nvPublic.dataSize = counterSize;
        return Esys_NV_DefineSpace(esys, ESYS_TR_RH_OWNER, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE, &nobody, &about, &counter);
    }

    TSS2_TCTI_CONTEXT* tcti = nullptr;
    ESYS_CONTEXT* esys = nullptr;
    ESYS_TR counter = ESYS_TR_NONE;
};

TpmCounter::TpmCounter(std::unique_ptr<Context> context) : m_context(std::move(context)) {}
TpmCounter::~TpmCounter() = default;

std::unique_ptr<TpmCounter> TpmCounter::open(const QString& tcti, const QUuid& station) {
    const QString name = configured(tcti);
    if (name.isEmpty() || name == QLatin1String("none"))
        return nullptr;
    auto context = std::make_unique<Context>();
    if (!context->connect(name.toUtf8())) {
        qCWarning(base::lcJournal) << "no TPM at" << name;
        return nullptr;
    }
    const TPM2_HANDLE index = indexOf(station);
    const bool isThere = context->find(index) == TSS2_RC_SUCCESS;
    if (const TSS2_RC defined = isThere ? TSS2_RC_SUCCESS : context->define(index); defined != TSS2_RC_SUCCESS) {
        qCWarning(base::lcJournal).noquote() << "the TPM gives no counter:" << failed(defined).toLogLine();
        return nullptr;
    }
    std::unique_ptr<TpmCounter> counter(new TpmCounter(std::move(context)));
    counter->m_isNew = !isThere;
    // A new counter has no value before it rose once.
    if (!isThere && !counter->raise())
        return nullptr;
    return counter;
}

base::Result<quint64> TpmCounter::value() {
    TPM2B_MAX_NV_BUFFER* data = nullptr;
    const TSS2_RC code =
        Esys_NV_Read(m_context->esys, m_context->counter, m_context->counter, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE, counterSize, 0, &data);
    if (code != TSS2_RC_SUCCESS)
        return base::fail(failed(code));
    const quint64 value = data->size == counterSize ? qFromBigEndian<quint64>(data->buffer) : 0;
    Esys_Free(data);
    return value;
}

base::Outcome TpmCounter::raise() {
    const TSS2_RC code = Esys_NV_Increment(m_context->esys, m_context->counter, m_context->counter, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE);
    return code == TSS2_RC_SUCCESS ? base::done() : base::Outcome(base::fail(failed(code)));
}

}
