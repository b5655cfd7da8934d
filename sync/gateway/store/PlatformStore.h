#pragma once

#include "app/base/Result.h"
#include "sync/gateway/store/Tables.h"
#include "sync/protocol/Record.h"

#include <functional>
#include <optional>
#include <type_traits>

namespace motcua::gateway {

/// Where the platform keeps what it knows. Several programs may have the same data open, and one program several times; what one
/// commits the others see. May be used by any thread; work must not use the store again. Errors of its own begin with "store.":
/// "store.busy" (retryable), "store.disk-full", "store.corrupt", "store.constraint", "store.failed" and the like.
class PlatformStore {
public:
    virtual ~PlatformStore() = default;

    /// What `work` reads is of one moment. Returns what it returns, a Result; never waits for writers.
    template <class Work>
    auto read(Work&& work) const -> std::invoke_result_t<Work, const Tables&> {
        return through<std::invoke_result_t<Work, const Tables&>>([&](auto&& inside) { return reading(inside); }, std::forward<Work>(work));
    }
    /// One transaction around `work`: all of it is durable when this returns, or none when that is an error. Returns what `work`
    /// returns, a Result; an error of it takes everything back.
    template <class Work>
    auto write(Work&& work) -> std::invoke_result_t<Work, Tables&> {
        return through<std::invoke_result_t<Work, Tables&>>([&](auto&& inside) { return writing(inside); }, std::forward<Work>(work));
    }

    /// A record's content as it will lie in the store: made before the transaction, by whichever thread has time. Errors: "vault.failed".
    virtual base::Result<QByteArray> sealed(const protocol::Record& record) const = 0;

    /// How a one-time code is kept, of its digest: without the key of the data nobody can tell whether a guess is right.
    virtual QByteArray keptCode(const QByteArray& digest) const = 0;

    /// Whether anyone else has committed since this was asked last. What this store itself commits does not count.
    virtual base::Result<bool> changedElsewhere() = 0;

protected:
    virtual base::Outcome reading(const std::function<base::Outcome(const Tables&)>& work) const = 0;
    virtual base::Outcome writing(const std::function<base::Outcome(Tables&)>& work) = 0;

private:
    template <class Answer, class Around, class Work>
    static Answer through(Around&& around, Work&& work) {
        std::optional<Answer> answer;
        const base::Outcome done = around([&](auto& tables) -> base::Outcome {
            answer.emplace(work(tables));
            return answer->has_value() ? base::done() : base::fail(answer->error());
        });
        if (!done)
            return base::fail(done.error());
        return std::move(*answer);
    }
};

}
